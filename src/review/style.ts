import { STYLE as REPORT_STYLE } from '../report/templates/style.ts'

/** The report's look, and what a desk needs beside it: three panes side by side, one below the other on a narrow screen. */
export const STYLE = `${REPORT_STYLE}
body.desk-page{max-width:none;padding:.6rem clamp(.75rem,1.5vw,1.5rem) 1rem}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--sheet);padding:.4rem .8rem;z-index:2}
.top{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;align-items:center;padding-bottom:.6rem;border-bottom:1px solid var(--line)}
.top .wordmark{padding:0 0 .35rem}.top :is(h1,.here){font:600 1rem/1.3 var(--sans);letter-spacing:0;margin-inline-end:auto}
.top nav{display:flex;gap:1.1rem}.top nav a[aria-current]{color:var(--ink);text-decoration-thickness:2px}
input,textarea,select,button{font:inherit;color:var(--ink);background:var(--sheet);border:1px solid var(--soft);border-radius:5px;padding:.3rem .6rem}
input[type=checkbox]{accent-color:var(--link)}
button{cursor:pointer}button:hover{background:var(--trough)}
button:focus-visible,input:focus-visible,textarea:focus-visible,select:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.find{display:flex;gap:.4rem}.find input{width:min(16rem,48vw)}
.panes{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem 1.5rem;margin-top:.75rem}
.judge>h2,.reading>h2,.list>h2{font:600 .82rem/1.4 var(--sans);color:var(--soft);margin-bottom:.5rem}
.judge .card{margin-bottom:.75rem}.judge .card h3{font-size:1.2rem}
.galley.pane{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:1rem clamp(1rem,2vw,1.75rem);font-size:1rem;overflow:auto;position:relative;max-height:80vh}
.flagged:not([href^="#"]) mark.wrong{background:none;font-weight:400;text-decoration-thickness:1px}
.flagged[href^="#"] mark.wrong{outline:2px solid var(--error);outline-offset:2px}
.flagged[href^="#"] mark.wrong.warning{outline-color:var(--warning)}.flagged[href^="#"] mark.wrong.note{outline-color:var(--note)}
.verdict{position:sticky;bottom:-2px;background:var(--sheet);margin-top:1.1rem;padding:.9rem 0 .6rem;border-top:1px solid var(--line);display:grid;gap:.7rem}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem}.buttons button{font-weight:600;padding:.45rem .9rem}
kbd{font:.78em var(--mono);border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;padding:0 .35em;color:var(--soft);background:var(--paper)}
button[value=confirmed]{border-color:var(--error);color:var(--error)}button[value=dismissed]{border-color:var(--good);color:var(--good)}
.fields{display:grid;gap:.6rem;margin-top:.5rem}.fields label{display:grid;gap:.2rem;font-size:.88rem;color:var(--soft)}.fields textarea{min-height:4.2rem;resize:vertical}
.fields .line{display:block}fieldset{border:1px solid var(--line);border-radius:5px;padding:.4rem .7rem;display:grid;gap:.3rem}legend{font-size:.88rem;color:var(--soft)}
.correct{margin-top:.7rem;font-size:.92rem}.correct form+form{margin-top:1rem;padding-top:.7rem;border-top:1px solid var(--line)}
.also{font-size:.92rem}.steps{display:flex;gap:1rem;align-items:center;flex-wrap:wrap;font-size:.92rem}
.notice{background:var(--note-wash);border-radius:6px;padding:.5rem .8rem;margin-bottom:.75rem;display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center}
.notice.stop{background:var(--warning-wash)}.notice button{padding:.1rem .6rem}
#news:empty{display:none}
.log{font-size:.88rem;color:var(--soft);margin-top:.5rem}.log li{margin-top:.25rem}
.list{font-size:.9rem}.list ol{padding:0;margin:.5rem 0;list-style:none}
.list ol a{display:block;padding:.4rem .55rem;border-inline-start:4px solid var(--note);border-bottom:1px solid var(--line);text-decoration:none;color:var(--ink)}
.list ol a.error{border-inline-start-color:var(--error)}.list ol a.warning{border-inline-start-color:var(--warning)}
.list ol a:hover{background:var(--trough)}.list ol a[aria-current]{background:var(--sheet);box-shadow:inset 0 0 0 2px var(--link)}
.list ol small{display:block;color:var(--soft);font-size:.82rem}
.choices{margin-bottom:.3rem}.choices summary{font-weight:600}.choices ul{margin:.25rem 0 .6rem;max-height:15rem;overflow:auto}
.choices li a{display:flex;justify-content:space-between;gap:.8rem;padding:.12rem .3rem;text-decoration:none;border-radius:3px}
.choices li a:hover{text-decoration:underline}.choices li a[aria-current]{background:var(--trough);color:var(--ink);font-weight:600}
.chosen{display:flex;flex-wrap:wrap;gap:.35rem;margin-bottom:.5rem}.chosen a{background:var(--trough);color:var(--ink);border-radius:1em;padding:.05rem .6rem;text-decoration:none;font-size:.85rem}
.sheet{max-width:74rem;margin:1.25rem auto}.sheet>section{margin-top:1.75rem}.sheet>section>h2{margin-bottom:.6rem}.sheet>h2{font:700 clamp(1.6rem,3vw,2.2rem)/1.15 var(--serif)}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:start;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;font-size:.82rem}td.number,th.number{text-align:end}
.scroll{overflow-x:auto}
.plot{max-width:100%;height:auto;display:block}.plot text{font:11px var(--sans);fill:var(--soft)}.plot .line{stroke:var(--line)}.plot .dot{fill:var(--link)}
.plot .hue-0{fill:#8a5fbf}.plot .hue-1{fill:#3d7fc4}.plot .hue-2{fill:#3f8f55}.plot .hue-3{fill:#b87a14}.plot .hue-4{fill:#2f8f93}.plot .hue-5{fill:#a8505a}.plot .hue-6{fill:#8b867c}
.legend .hue{display:inline-block;width:.75em;height:.75em;margin-inline-end:.4em}.sheet .legend{border:0}.sheet>.desk{margin-top:1rem}.sheet .front .wordmark{display:none}
.hits li{margin-bottom:.9rem}.hits p{font-family:var(--serif)}
dialog{color:var(--ink);background:var(--sheet);border:1px solid var(--line);border-radius:8px;padding:1.25rem 1.5rem;max-width:30rem}dialog::backdrop{background:#0008}
dialog dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:.8rem 0}
.desk-page footer{margin-top:1.2rem}
@media (min-width:60rem){.panes{grid-template-columns:minmax(0,1.05fr) minmax(0,1fr)}.list{grid-column:1/-1}
.judge,.reading{max-height:calc(100vh - 5rem);min-height:0}.judge{overflow:auto;padding:2px}.reading{display:flex;flex-direction:column}.galley.pane{flex:1;max-height:none}}
@media (min-width:80rem){.panes{grid-template-columns:minmax(0,1.1fr) minmax(0,1fr) 19rem}.list{grid-column:auto;max-height:calc(100vh - 5rem);overflow:auto;padding:2px}}
`
