/** Colours (each text colour at least 4.5 : 1 on its ground, in light and dark), type, and the front of the report. */
export const LAYOUT = `
:root{color-scheme:light dark;--paper:#faf8f4;--sheet:#fff;--ink:#1d1b18;--soft:#5c574e;--line:#ddd7cb;--link:#1f4e79;
--error:#a61b1b;--error-wash:#fbe0dc;--warning:#8a5200;--warning-wash:#fdecc8;--note:#2f5d8a;--note-wash:#dfeaf6;
--for:#dcecfb;--against:#e2f1dc;--good:#1d6a38;--clean:#d9d3c6;--trough:#e7e1d5;
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;--sans:system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif;--mono:ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#17181b;--sheet:#1f2124;--ink:#ebe7df;--soft:#aca69b;--line:#3a3c40;--link:#8fbfee;
--error:#ff9d92;--error-wash:#582320;--warning:#f2bd62;--warning-wash:#4d3711;--note:#9cc4ec;--note-wash:#1f3a55;
--for:#1e3d5a;--against:#26432a;--good:#84d39c;--clean:#45474c;--trough:#34363a}}
*{box-sizing:border-box}
html{font:100%/1.5 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{max-width:74rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem) 3rem;overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,dl,dd,figure,blockquote{margin:0}
ul{padding:0;list-style:none}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
code{font:.85em var(--mono)}
summary{cursor:pointer}
.tlp{float:right;font:600 .8rem var(--mono);background:#000;padding:.15rem .5rem;color:#fff}
.tlp-green{color:#33ff00}.tlp-amber,.tlp-amber-strict{color:#ffc000}.tlp-red{color:#ff2b2b}
.wordmark{font:italic 600 1.2rem var(--serif);padding-bottom:1.4rem;text-decoration:underline wavy var(--error) 1.5px;text-underline-offset:.25em}
.wordmark a{color:inherit;text-decoration:inherit}
h1{font:700 clamp(1.9rem,5vw,3rem)/1.1 var(--serif);letter-spacing:-.015em;text-wrap:balance}
h2{font:700 1.35rem/1.25 var(--serif)}
.lead{font:1.2rem/1.55 var(--serif);max-width:44em;margin-top:.9rem;text-wrap:pretty}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2.25rem;margin-top:1.5rem}
.figures div{display:flex;flex-direction:column-reverse}
.figures dt{font-size:.8rem;color:var(--soft)}
.figures dd{font:600 1.6rem/1.15 var(--serif);font-variant-numeric:tabular-nums}
.figures.words dd{font:1rem/1.3 var(--sans)}
rect.error,.key.error::before{fill:var(--error);background:var(--error)}
rect.warning,.key.warning::before{fill:var(--warning);background:var(--warning)}
rect.note,.key.note::before{fill:var(--note);background:var(--note)}
rect.clean,.key.clean::before{fill:var(--clean);background:var(--clean)}
rect.trough{fill:var(--trough)}
.key::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:2px;margin-inline-end:.35em}
.number{font-variant-numeric:tabular-nums;color:var(--soft);text-align:end}
.contents{display:grid;grid-template-columns:minmax(7rem,15rem) minmax(0,1.15fr) minmax(0,1.25fr);gap:1.5rem clamp(1.5rem,3.5vw,3.25rem);margin-top:1.75rem;padding:1.25rem 0 1.5rem;border-block:1px solid var(--line);font-size:.9rem}
.contents h2{font:600 .82rem/1.4 var(--sans);color:var(--soft);margin-bottom:.6rem}
.squares h2{max-width:11rem}.squares svg{display:block;max-width:100%;height:auto}
.keys{margin-top:.6rem}.keys li{margin-bottom:.1rem}
.rows>li{margin-bottom:.25rem}.rows ul{padding-inline-start:1.1rem;margin:.25rem 0 .5rem}.rows ul li{margin-bottom:.15rem}
.row{display:grid;grid-template-columns:minmax(0,1fr) clamp(2.5rem,13%,5rem) minmax(1.6em,max-content);gap:.75rem;align-items:center}
.row::before{content:none}.row::marker{content:none}.row::-webkit-details-marker{display:none}
summary.row>span:first-child{text-decoration:underline dotted;text-underline-offset:.2em}
.row>:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.row>:first-child:is(:focus,:hover),[open]>.row>:first-child{white-space:normal}
.row svg{display:block;width:100%}.row .bar{height:.6rem}.row .strip{height:1rem;margin:0}
.in{color:var(--soft)}
.part>h2{margin:2.5rem 0 1rem;padding-top:.6rem;border-top:3px solid var(--ink)}
.more{margin-top:1rem}.more li{margin:.35rem 0}
.plain li{margin:.2rem 0}
.plain{margin-top:3rem;max-width:50rem}
.plain dt{font-weight:600;margin-top:.9rem}.plain dd,.plain p,.plain ul{color:var(--soft);margin-top:.2rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.8rem;font-size:.82rem;color:var(--soft)}
@media (max-width:46rem){.contents{grid-template-columns:minmax(0,1fr)}.figures{gap:.8rem 1.5rem}.figures dd{font-size:1.25rem}.lead{font-size:1.08rem}}
`
