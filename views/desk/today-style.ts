/** The day, what was just done, and the news above it. */
export const todayStyle = `
.told-step{display:flex;align-items:center;justify-content:space-between;gap:1rem;flex-wrap:wrap;position:sticky;top:.5rem;z-index:2;background:var(--sheet);border:1px solid var(--accent);border-radius:12px;padding:.6rem .75rem .6rem 1rem;margin:0 0 1rem}
.told-step p{margin:0;flex:1 1 12rem}
.told-step button{width:auto;min-height:2.75rem;padding:.4rem 1rem;background:none;color:var(--accent)}
.today-head{display:flex;align-items:baseline;justify-content:space-between;gap:1rem;flex-wrap:wrap}
.today-head p{margin:0}
.today h2{display:flex;align-items:baseline;gap:.6rem;margin-top:2rem}
.today h2 small{font-weight:400;font-size:.9375rem;color:var(--quiet)}
.day>:first-child h2,.today .main>section:first-child h2{margin-top:1rem}
ul.requests,ul.visits{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
ul.requests>li,ul.visits>li{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:.9rem 1rem;min-width:0}
ul.requests>li.ringing{border:2px solid var(--alarm);background:var(--alarm-tint)}
.requests p,.visits p{margin:0 0 .35rem}
.requests .name,.visits .name{display:flex;justify-content:space-between;align-items:baseline;gap:.75rem}
.requests .name a,.visits .name a{font-weight:650;font-size:1.0625rem;color:var(--ink);text-decoration:none;overflow-wrap:anywhere;min-height:1.5rem}
.requests .name a:hover,.visits .name a:hover{text-decoration:underline}
.requests .name span{white-space:nowrap;font-variant-numeric:tabular-nums}
.requests small,.visits small{display:block;color:var(--quiet);font-size:.875rem;overflow-wrap:anywhere}
.requests .note{font-weight:600}
.requests .said{border-left:3px solid var(--line);padding-left:.6rem}
.acts{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0 0}
.acts form{display:contents}
.acts>.button,.acts>form>button,.acts summary,.later button{display:flex;align-items:center;justify-content:center;width:auto;min-height:2.75rem;padding:.35rem .9rem;font-size:1rem;line-height:1.25;border-radius:10px}
.acts>.button,.acts>form>button{flex:1 1 auto}
.acts summary{border:1px solid var(--line);font-weight:600;list-style:none}
.acts summary::-webkit-details-marker{display:none}
.acts summary::after{content:"";width:.45rem;height:.45rem;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(45deg) translate(-2px,-2px);margin-left:.5rem}
.acts details{margin:0}
.acts details[open]{flex:1 1 100%}
.acts details[open] summary{width:max-content}
.acts details ul,.later{list-style:none;margin:.5rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.5rem}
.acts details .button,.later button{width:100%;min-height:2.75rem;padding:.35rem .75rem;font-size:.9375rem;line-height:1.25;display:flex;align-items:center;justify-content:center;background:none;color:var(--accent)}
ul.visits time{font-weight:650;font-size:1.25rem;font-variant-numeric:tabular-nums}
.visits .when{display:flex;gap:.75rem;align-items:baseline}
.visits-near h3{font-size:.9375rem;font-weight:600;color:var(--quiet);margin:1rem 0 .5rem}
.today .aside ul.mails li{padding:.6rem 0}
.requests+p{margin-top:.75rem}
.news{position:sticky;top:.5rem;z-index:2;min-height:2.75rem;padding:.4rem 1rem;margin:0 0 1rem;background:var(--tint);color:var(--accent);font-size:1rem}
@media (max-width:59.99rem){.visits-near.none{display:none}}
@media (min-width:60rem){
.day{display:grid;grid-template:auto auto 1fr/minmax(0,7fr) minmax(0,4fr);gap:0 2.5rem;align-items:start}
.day>section h2,.today .main>section:first-child h2{margin-top:1rem}
.day>.alarms{grid-column:1/-1}
.alarms .requests{grid-template-columns:repeat(auto-fill,minmax(26rem,1fr))}
.day>.visits-near{grid-area:2/2}
.day>.main{grid-area:2/1/4}
.day>.aside{grid-area:3/2}
.acts>.button,.acts>form>button{flex:0 1 auto}
ul.requests,ul.visits{gap:.6rem}
}
`;
