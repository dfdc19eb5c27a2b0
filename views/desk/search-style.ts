/** Rows of requests and persons, and the field above them. */
export const searchStyle = `
.search{display:grid;grid-template-columns:1fr auto;gap:.5rem;margin:0 0 1rem}
.search input{min-height:3.25rem;font-size:1.0625rem}
.search button{width:auto;min-height:3.25rem;padding:.5rem 1.1rem;font-size:1rem}
.columns{display:grid;gap:0 2rem}
.columns h2{margin-top:.75rem}
h3{font-size:1rem;margin:1.25rem 0 .25rem;color:var(--quiet);font-weight:600}
ul.rows{list-style:none;margin:0;padding:0;background:var(--sheet);border:1px solid var(--line);border-radius:14px;overflow:hidden}
ul.rows li+li{border-top:1px solid var(--line)}
a.row{display:grid;gap:.1rem;padding:.75rem 1rem;min-height:2.75rem;color:inherit;text-decoration:none;overflow-wrap:anywhere}
a.row:hover{background:var(--tint)}
a.row:focus-visible{outline-offset:-3px;border-radius:14px}
a.row .top{display:flex;gap:.25rem .6rem;justify-content:space-between;align-items:baseline;flex-wrap:wrap}
a.row .stage{margin:0;font-size:.8125rem;padding:.05rem .6rem}
a.row .words-of{color:var(--quiet)}
a.row span:empty{display:none}
.pages{display:flex;gap:.6rem;margin:1rem 0}
.pages .button{width:auto;flex:1;min-height:2.75rem;padding:.4rem 1rem}
.sheet>h2:first-child{margin-top:0}
@media (min-width:60rem){.columns{grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:start}
.search{max-width:44rem}a.row{padding:.6rem 1rem;font-size:1rem}.pages .button{flex:none}
.dense{display:grid;grid-template-columns:1fr 1fr}ul.dense li{border:solid var(--line);border-width:1px 0 0 1px;margin:-1px 0 0 -1px}
.sides{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}.sides .sheet{margin-top:0}.beside{grid-column:2;grid-row:1/span 2}.beside>h2:first-child{margin-top:0}}
`;
