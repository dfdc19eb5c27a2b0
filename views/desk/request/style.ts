/** The page of one request, and nothing else in the desk: on a phone one column with ways to jump, on a laptop two. */
export const requestStyle = `
.request .flash{background:var(--tint);border-radius:10px;padding:.6rem .9rem;font-weight:600}
.request .head h1{margin:0 0 .5rem}
.request .head .quiet{margin:0 0 .25rem}
.request .head .turn{margin-bottom:.5rem}
.request .jump{position:static;background:none;border:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem;margin:0 0 1rem}
.request .jump a{flex:1 0 auto;display:inline-flex;min-height:2.75rem;padding:0 .35rem;border:1px solid var(--line);border-radius:99px;color:var(--accent);font-size:.875rem}
.request .two h2{margin-top:1.5rem}
.request .two h3{font-size:1rem;margin:1.25rem 0 .4rem}
.request .two section{scroll-margin-top:1rem}
.request .ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.5rem;margin:1rem 0}
.request .ways .button{display:flex;flex-direction:column;align-items:center;justify-content:center;line-height:1.2;padding:.5rem}
.request .ways small{font-weight:400;font-size:.875rem;white-space:nowrap}
.request .photos{list-style:none;margin:0 0 1rem;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(6.5rem,1fr));gap:.5rem}
.request .photos a{display:block;border-radius:10px;overflow:hidden;background:var(--line)}
.request .photos img{display:block;width:100%;height:auto;aspect-ratio:4/3;object-fit:cover;font-size:.875rem}
.request .taps{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}
.request .taps .button{flex:1 1 9rem;min-height:2.75rem;padding:.5rem .75rem;font-size:1rem;width:auto}
.request .told{border-top:1px solid var(--line);padding:.6rem 0 0;margin:.6rem 0 0}
.request .told p{margin:0}
.request .facts{border-top:1px solid var(--line)}
.request .facts h3{margin-top:.9rem}
.request .facts dl{margin-bottom:.25rem}
.request .what-is-known dl{grid-template-columns:minmax(5.5rem,max-content) 1fr;gap:.3rem .75rem}
.request .what-is-known #facts>h3{border-top:1px solid var(--line);padding-top:.9rem}
.request .facts details{margin-bottom:.5rem}
.request .facts summary{padding:.6rem 0;min-height:2.75rem}
.request .facts form>button,.request .box form>button{min-height:2.75rem;font-size:1rem;padding:.5rem 1rem}
.request .ahead{margin-top:0;border-color:var(--accent)}
.request .ahead h2{margin-top:0}
.request .when-next{margin-bottom:.35rem}
.request .plain{display:inline-block;width:auto;min-height:2.75rem;padding:.25rem 0;border:0;background:none;color:var(--accent);font-size:.9375rem;font-weight:600;text-decoration:underline;text-underline-offset:.15em}
.request .ahead>:last-child{margin-bottom:0}
.request .letter{border-left:3px solid var(--line);padding-left:.9rem;margin-bottom:1rem}
.request .box{border-radius:14px;padding:1rem;margin:1.25rem 0;border:1px solid var(--line)}
.request .box.own{background:none;border-style:dashed;border-color:var(--edge)}
.request .box.out{background:var(--sheet)}
.request .box textarea{min-height:4rem;margin-bottom:.4rem}
.request .box p.quiet{margin-bottom:.75rem}
.request .talk{list-style:none;margin:0;padding:0}
.request .said{border:1px solid var(--line);border-radius:14px;padding:.8rem 1rem;margin:0 0 .75rem;background:var(--sheet)}
.request .said.out{background:var(--tint);border-color:transparent;margin-left:1.5rem}
.request .said.in{margin-right:1.5rem}
.request .said.own{background:none;border-style:dashed;border-color:var(--edge)}
.request .said .by{font-weight:600;font-size:.9375rem;margin:0 0 .3rem}
.request .said.auto{border:0;background:none;padding:.35rem 1rem;border-left:3px solid var(--line);border-radius:0}
.request .said.auto .by{font-weight:400;margin:0}
.request .said.auto .quiet{margin:0}
.request .said .words{overflow-wrap:anywhere}
.request .said .quiet{margin:.4rem 0 0;font-size:.875rem}
.request .said details,.request .folded details{margin:0}
.request .folded summary{font-weight:400;font-size:.9375rem;padding:.5rem 0;min-height:2.75rem;color:var(--quiet)}
.request .folded{margin:0 0 .5rem}
.request .lawful{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem;font-size:.9375rem;color:var(--quiet)}
.request .lawful dl{font-size:.9375rem;display:block}
.request .lawful dd{margin:0 0 .5rem}
@media (min-width:60rem){
.request .jump{display:none}
.request .two{display:grid;grid-template:"who right" auto "known right" 1fr/minmax(0,25rem) minmax(0,1fr);gap:0 2.5rem;align-items:start}
.request .who-and-steps{grid-area:who}
.request .right{grid-area:right}
.request .what-is-known{grid-area:known}
.request .two>div>:first-child{margin-top:0}
.request .two .steps .button{min-height:2.75rem;padding:.4rem .75rem;font-size:1rem}
.request .boxes{display:grid;grid-template-columns:2fr 3fr;gap:1rem;margin:1.25rem 0}
.request .boxes .box{margin:0}
.request .lawful dl{display:grid}
.request .lawful dd{margin:0}
.request .said.out{margin-left:4rem}
.request .said.in{margin-right:4rem}
.request .box form>button,.request .facts form>button{width:auto;padding:.5rem 1.5rem}
}
`;
