/**
 * The look of all pages: made for a phone in one hand, readable in the sun and at night. In three sheets, because a visitor
 * waits for the form and should not for rules that only the owner's pages need.
 */

import { nextSteps, refusals } from '../../domain/lead/questions.ts';

/** Every page. Inputs are 16 px or larger: iOS zooms into smaller ones. Targets are at least 48 px high. */
export const commonStyle = `
:root{color-scheme:light dark;--ground:#eef1f4;--sheet:#fff;--ink:#18212b;--quiet:#54606e;--line:#c8d0d9;--edge:#84909e;
--accent:#17538f;--fill:var(--accent);--on-fill:#fff;--tint:#e5eef8;--alarm:#a62b1c;--alarm-tint:#fcebe8}
@media (prefers-color-scheme:dark){:root{--ground:#0f1419;--sheet:#1a2129;--ink:#edf1f5;--quiet:#a8b4c1;--line:#36414d;--edge:#6e7b8a;
--accent:#8fc1f5;--on-fill:#07213b;--tint:#1c2f45;--alarm:#ff9d8c;--alarm-tint:#3a1d18}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:36rem;margin:0 auto;padding:1.25rem 1rem 3rem}
@media (min-width:44rem){main{padding:2.5rem 1rem 4rem}}
h1,h2,h3{overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;letter-spacing:-.01em;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1.1rem;line-height:1.3;margin:1.75rem 0 .5rem}
p{margin:0 0 1rem;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.15em}
.brand{font-weight:650;color:var(--accent);margin:0 0 1.25rem}
.logo{display:block;max-width:100%;height:auto;box-sizing:content-box;font-size:1.1rem}
@media (prefers-color-scheme:dark){.logo{background:#fff;color:#18212b;padding:.6rem .75rem;border-radius:10px}}
.quiet{color:var(--quiet);font-size:.9375rem}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:1.25rem 1rem;margin:1.25rem 0}
@media (min-width:44rem){.sheet{padding:1.75rem}}
.sheet>:last-child{margin-bottom:0}
a[href^="tel:"]:not(.button){display:inline-block;max-width:100%;overflow-wrap:anywhere}
.notice{border-left:4px solid var(--accent);background:var(--tint);border-radius:0 10px 10px 0;padding:.75rem 1rem;margin:1rem 0}
.notice.alarm{border-color:var(--alarm);background:var(--alarm-tint)}
.notice>:last-child{margin-bottom:0}
.notice ul{margin:.25rem 0 0;padding-left:1.2rem}
label,legend{display:block;font-weight:600;margin:0 0 .35rem;padding:0}
label small,legend small{font-weight:400;color:var(--quiet);font-size:.875rem}
.field{margin:0 0 1.25rem}
fieldset{border:0;margin:0 0 1.25rem;padding:0;min-width:0}
input,textarea,select{font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:10px;width:100%;min-height:3rem;padding:.6rem .75rem}
textarea{min-height:7.5rem;resize:vertical;display:block}
input:focus-visible,textarea:focus-visible,select:focus-visible,summary:focus-visible,a:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:1px}
[aria-invalid=true]{border-color:var(--alarm);border-width:2px}
.fault{color:var(--alarm);font-weight:600;font-size:.9375rem;margin:.35rem 0 0}
.pair{display:grid;grid-template-columns:7rem 1fr;gap:0 .75rem}
.chips{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.5rem}
.chip,.tick{position:relative}
.chip input{position:absolute;inset:0;width:100%;height:100%;min-height:0;opacity:0;margin:0;cursor:pointer}
.chip span{display:flex;align-items:center;justify-content:center;min-height:3rem;padding:.4rem .5rem;border:1px solid var(--edge);border-radius:10px;font-weight:600;text-align:center;line-height:1.25;font-size:1rem}
.chip input:checked+span{background:var(--fill);border-color:var(--accent);color:var(--on-fill)}
.chip input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.tick{display:grid;grid-template-columns:1.5rem 1fr;gap:.75rem;align-items:start;font-weight:400;cursor:pointer;margin:0 0 1.25rem}
.tick input{width:1.5rem;height:1.5rem;min-height:0;margin:0;accent-color:var(--accent);cursor:pointer}
.tick strong{display:block}
.tick.urgent{border:1px solid var(--line);border-radius:10px;padding:.85rem .75rem}
.tick.urgent:has(:checked){border-color:var(--alarm);background:var(--alarm-tint)}
.tick.urgent input{accent-color:var(--alarm)}
details{margin:0 0 1.25rem}
summary{cursor:pointer;font-weight:600;color:var(--accent);padding:.6rem 0}
button,.button{font:inherit;font-weight:650;display:block;width:100%;min-height:3.25rem;padding:.75rem 1rem;border:1px solid var(--accent);border-radius:10px;background:var(--fill);color:var(--on-fill);text-align:center;text-decoration:none;cursor:pointer}
.button.second{background:none;color:var(--accent)}
.away{position:absolute;left:-10000px;width:1px;height:1px;overflow:hidden;white-space:nowrap}
dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1rem;margin:0 0 1rem}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
`;

/** The form for visitors: three choices side by side, and more room where fingers are less used to it. */
export const formStyle = `
form .chips{grid-template-columns:repeat(3,minmax(0,1fr))}
form .chip span{height:100%;font-size:.9375rem}
form label small{display:block}
form summary small{font-weight:400}
form .urgent{margin-bottom:.5rem}
form .urgent~h2{margin-top:2rem}
form button{margin:.5rem 0 1.25rem}
form [type=file]{border-style:dashed;padding:.5rem}
form [type=file]::file-selector-button{font:inherit;font-weight:600;font-size:.9375rem;color:var(--accent);background:var(--tint);border:0;border-radius:7px;padding:.4rem .75rem;margin:0 .75rem 0 0;cursor:pointer}
form .fault:empty{display:none}
`;

/** The owner's pages of a lead. */
export const leadStyle = `
.who{margin:0 0 .75rem}
.who small{display:block;font-size:.9375rem;color:var(--quiet)}
.stage{display:inline-block;background:var(--tint);color:var(--accent);border-radius:99px;padding:.15rem .75rem;font-weight:600;font-size:.9375rem;margin:0 0 .75rem}
.stage.alarm{background:var(--alarm-tint);color:var(--alarm)}
dl{grid-template-columns:fit-content(64%) 1fr;font-size:1rem}
dt{overflow-wrap:anywhere}
.done{color:var(--accent)}
.turn{font-weight:600;margin:0 0 .75rem}
.steps{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:0 0 1rem}
.steps>:first-child,.steps>:last-child:nth-child(even){grid-column:1/-1}
.button.alarm,button.alarm{background:var(--alarm);border-color:var(--alarm);color:var(--ground)}
.steps .button,.reach .button{display:flex;align-items:center;justify-content:center;line-height:1.25;overflow-wrap:anywhere}
.reach{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:1rem 0}
.reach>:first-child,.reach>:last-child:nth-child(even){grid-column:1/-1}
@media (max-width:22rem){.steps,.reach{grid-template-columns:1fr}}
.list{display:grid;gap:.6rem}
.list .button{text-align:left}
.words{white-space:pre-line;margin:0}
.unit{display:grid;grid-template-columns:1fr auto;align-items:center;gap:.6rem}
.choices{display:grid;gap:.5rem}
.chips.row{grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr))}
.choices .chip span{justify-content:flex-start;padding:.5rem .9rem;text-align:left}
.own{margin:.75rem 0 0}
.own input{font-weight:400}
.own>span{display:block;font-size:.9375rem;color:var(--quiet);margin:0 0 .3rem}
form.call .choices{grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr))}
form.call .choices .chip span{justify-content:center;text-align:center}
form.call .known .choices{grid-template-columns:1fr}
form.call .known .chip span{display:block;text-align:left}
.known small{display:block;font-weight:400;font-size:.875rem}
form.call textarea{min-height:5.5rem}
form.call{margin-top:1rem}
.call .place{display:grid;grid-template-columns:7rem 1fr;gap:0 .75rem}
.call .place>:first-child,.call .place>:last-child{grid-column:1/-1}
@media (min-width:60rem){.wide form.call{display:grid;grid-template:auto auto 1fr/1fr 1fr;gap:0 3rem}
.call .caller{grid-area:1/1}.call .wish{grid-area:1/2/3}.call .place{grid-area:2/1/5}.call .rest{grid-area:3/2}.call .finish{grid-area:4/2}}
form>button{min-height:3.75rem;font-size:1.125rem}
@supports selector(:has(*)){
.when{display:none}
${refusals.map((one) => `form:has([name=refusal][value=${one}]:checked) .when-refusal-${one}`).join(',')},
${nextSteps.map((next) => `form:has([name=next][value=${next}]:checked) .when-${next}`).join(',')}{display:block}
}
ul.lines{margin:0;padding:0 0 0 1.25rem}
ul.lines li{margin:.35rem 0;overflow-wrap:anywhere}
form+.quiet{margin-top:.9rem}
ol.events{list-style:none;margin:0;padding:0}
ol.events li{padding:.6rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
ol.events li:first-child{border-top:0}
ol.events small{display:block;color:var(--quiet);font-size:.875rem}
.told .button{display:block}
.leave{display:inline-block;padding:.6rem 0}
.foot{margin:1.5rem 0 0;text-align:center}
.foot a{display:inline-block;padding:.6rem 1rem}
`;

/** The page of the mails that were kept aside: each a line with its button beside it. */
export const mailsStyle = `
ul.mails{list-style:none;margin:0;padding:0}
ul.mails li{display:grid;grid-template-columns:1fr auto;gap:.75rem;align-items:center;padding:.85rem 0;border-top:1px solid var(--line)}
ul.mails.entries li{grid-template-columns:1fr}
ul.mails p{margin:0;min-width:0}
ul.mails small{display:block;color:var(--quiet);font-size:.875rem}
ul.mails .button{min-height:3rem;width:6.25rem;padding:.4rem;font-size:.9375rem;line-height:1.3;display:flex;align-items:center;justify-content:center}
`;

/** The page of what came in by a hook: technical, read at a desk more often than on a phone. */
export const hookStyle = `
@media (min-width:60rem){main{max-width:52rem}}
details.sheet{padding:.25rem 1rem;margin:.75rem 0}
details.sheet[open]{padding-bottom:1rem}
summary small{display:block;font-weight:400;color:var(--quiet)}
details dl{grid-template-columns:minmax(5rem,fit-content(35%)) 1fr;white-space:pre-line}
details h2{margin:1rem 0 .35rem}
code,pre{font:.875rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{background:var(--ground);border:1px solid var(--line);border-radius:10px;padding:.75rem;margin:0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:24rem;overflow:auto}
`;
