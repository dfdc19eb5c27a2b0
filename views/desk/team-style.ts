/** The look of the pages of people and devices. */
export const teamStyle = `
.headline{display:flex;align-items:center;justify-content:space-between;gap:1rem}
.headline h1{margin:0}
.headline .button{width:auto;min-height:2.75rem;padding:.5rem 1rem}
ul.people{list-style:none;margin:1.25rem 0;padding:0;display:grid;gap:.75rem}
ul.people .sheet{margin:0;padding:1rem}
ul.people p{margin:0 0 .35rem}
ul.people small{display:block;color:var(--quiet);font-size:.9375rem}
ul.people .ways{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0}
ul.people .ways a,ul.people strong a{display:inline-block;padding:.5rem 0;min-height:2.75rem}
ul.people .ways a{overflow-wrap:anywhere}
ul.entries{list-style:none;margin:0 0 1rem;padding:0}
ul.entries li{display:grid;grid-template-columns:1fr auto;gap:.75rem;align-items:center;padding:.65rem 0;border-top:1px solid var(--line)}
ul.entries li:first-child{border-top:0}
ul.entries p{margin:0}
ul.entries small{display:block;color:var(--quiet);font-size:.875rem}
ul.entries button{width:auto;min-height:2.75rem;padding:.35rem .9rem;font-size:.9375rem;font-weight:600}
.sheet>h2:first-child{margin-top:0}
.sheet form+form{margin-top:.6rem}
.sheet h3{font-size:1rem;margin:1rem 0 .25rem}
.days{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10rem,100%),1fr));gap:0 .75rem}
.notice .done{font-weight:700}
form[data-passkey]{margin:1rem 0 0}
form[data-passkey] p:empty{display:none}
form[data-passkey] p{margin:.6rem 0 0}
@media (min-width:60rem){
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;align-items:start}
ul.people{grid-template-columns:repeat(auto-fill,minmax(21rem,1fr))}
}
`;
