/** The page of one request: on a phone one column with ways to jump, on a laptop two. */
export const requestStyle = `
.flash{background:var(--tint);border-radius:10px;padding:.6rem .9rem;font-weight:600}
.head h1{margin:0 0 .5rem}
.head .quiet{margin:0 0 .25rem}
.head .turn{margin-bottom:.5rem}
.jump{position:static;background:none;border:0;padding:0;display:flex;gap:.4rem;overflow-x:auto;margin:0 0 1rem}
.jump a{flex:1 0 auto;display:inline-flex;min-height:2.75rem;padding:0 .6rem;border:1px solid var(--line);border-radius:99px;color:var(--accent);font-size:.9375rem}
.two h2{margin-top:1.5rem}
.two h3{font-size:1rem;margin:1.25rem 0 .4rem}
.two section{scroll-margin-top:1rem}
.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.5rem;margin:1rem 0}
.ways .button{display:flex;flex-direction:column;align-items:center;justify-content:center;line-height:1.2;padding:.5rem}
.ways small{font-weight:400;font-size:.875rem;white-space:nowrap}
.row{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}
.row .button{flex:1 1 9rem;min-height:2.75rem;padding:.5rem .75rem;font-size:1rem;width:auto}
.told{border-top:1px solid var(--line);padding:.6rem 0 0;margin:.6rem 0 0}
.told p{margin:0}
.facts{border-top:1px solid var(--line)}
.facts h3{margin-top:.9rem}
.facts dl{margin-bottom:.25rem}
.what-is-known dl{grid-template-columns:9.5rem 1fr;gap:.3rem .75rem}
.what-is-known #facts>h3{border-top:1px solid var(--line);padding-top:.9rem}
.facts details{margin-bottom:.5rem}
.facts summary{padding:.6rem 0;min-height:2.75rem}
.facts form>button,.box form>button{min-height:2.75rem;font-size:1rem;padding:.5rem 1rem}
.ahead{margin-top:0;border-color:var(--accent)}
.ahead h2{margin-top:0}
.when-next{margin-bottom:.35rem}
.letter{border-left:3px solid var(--line);padding-left:.9rem;margin-bottom:1rem}
.box{border-radius:14px;padding:1rem;margin:1.25rem 0;border:1px solid var(--line)}
.box.own{background:none;border-style:dashed;border-color:var(--edge)}
.box.out{background:var(--sheet)}
.box textarea{min-height:4rem;margin-bottom:.4rem}
.box p.quiet{margin-bottom:.75rem}
.talk{list-style:none;margin:0;padding:0}
.said{border:1px solid var(--line);border-radius:14px;padding:.8rem 1rem;margin:0 0 .75rem;background:var(--sheet)}
.said.out{background:var(--tint);border-color:transparent;margin-left:1.5rem}
.said.in{margin-right:1.5rem}
.said.own{background:none;border-style:dashed;border-color:var(--edge)}
.said .by{font-weight:600;font-size:.9375rem;margin:0 0 .3rem}
.said.auto{border:0;background:none;padding:.35rem 1rem;border-left:3px solid var(--line);border-radius:0}
.said.auto .by{font-weight:400;margin:0}
.said.auto .quiet{margin:0}
.said .words{overflow-wrap:anywhere}
.said .quiet{margin:.4rem 0 0;font-size:.875rem}
.said details,.folded details{margin:0}
.folded summary{font-weight:400;font-size:.9375rem;padding:.5rem 0;min-height:2.75rem;color:var(--quiet)}
.folded{margin:0 0 .5rem}
.lawful{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem;font-size:.9375rem;color:var(--quiet)}
.lawful dl{font-size:.9375rem;display:block}
.lawful dd{margin:0 0 .5rem}
@media (min-width:60rem){
.jump{display:none}
.two{display:grid;grid-template:"who right" auto "known right" 1fr/minmax(0,25rem) minmax(0,1fr);gap:0 2.5rem;align-items:start}
.who-and-steps{grid-area:who}
.right{grid-area:right}
.what-is-known{grid-area:known}
.two>div>:first-child{margin-top:0}
.two .steps .button{min-height:2.75rem;padding:.4rem .75rem;font-size:1rem}
.boxes{display:grid;grid-template-columns:2fr 3fr;gap:1rem;margin:1.25rem 0}
.boxes .box{margin:0}
.lawful dl{display:grid}
.lawful dd{margin:0}
.said.out{margin-left:4rem}
.said.in{margin-right:4rem}
.box form>button,.facts form>button{width:auto;padding:.5rem 1.5rem}
}
`;
