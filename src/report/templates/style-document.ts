/** A document's page: the article as a galley proof, its flags beside it; and how everything prints. */
export const DOCUMENT = `
.address{font-size:.9rem;margin-top:.6rem;color:var(--soft)}
.strip{display:block;width:100%;height:1.5rem;margin-top:1.25rem}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.85rem;color:var(--soft);margin-top:.9rem;padding-bottom:1rem;border-bottom:1px solid var(--line)}
.desk{display:grid;grid-template-columns:minmax(0,40rem) minmax(0,1fr);gap:2.5rem;margin-top:1.5rem}
.galley{font:1.06rem/1.7 var(--serif)}.galley p{margin-bottom:.9rem;white-space:pre-wrap}
@media (min-width:60rem){.cards{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto;padding:2px}}
.cards h2{margin-bottom:1rem}.cards .card{padding:1rem 1.1rem}.cards .card h3{font-size:1.1rem}
.mention{border-bottom:2px solid var(--line)}
.family-0{border-bottom:2px solid #8a5fbf}.family-1{border-bottom:2px dashed #3d7fc4}.family-2{border-bottom:3px double #3f8f55}.family-3{border-bottom:2px dotted #b87a14}.family-4{border-bottom:2px groove #2f8f93}
.cited{background:var(--for);border-radius:2px}
.flagged{color:inherit;text-decoration:none}
.flagged:target mark,.cited:target{outline:3px solid var(--link);outline-offset:2px}
.dropped{margin-top:2rem;font:.9rem/1.5 var(--sans);color:var(--soft)}.dropped li{margin-top:.6rem}.dropped blockquote{font-size:.92rem;padding-inline-start:.8rem;border-inline-start:2px solid var(--line)}
@media (max-width:60rem){.desk{grid-template-columns:minmax(0,1fr)}}
@media print{.card details::details-content,.more::details-content,.dropped::details-content{content-visibility:visible;display:block}
.card summary,.more>summary,.dropped>summary,#articles,#checks details{display:none}
@page{margin:16mm 15mm}
:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#444;--line:#bbb;--link:#000;--error:#a61b1b;--error-wash:#fbe0dc;--warning:#7a4700;--warning-wash:#fdecc8;--note:#2f5d8a;--note-wash:#dfeaf6;--for:#dcecfb;--against:#e2f1dc;--good:#1d6a38;--clean:#d9d3c6;--trough:#e7e1d5}
html{font-size:10pt;color-scheme:light;print-color-adjust:exact;-webkit-print-color-adjust:exact}body{max-width:none;padding:0}
.contents{grid-template-columns:15rem minmax(0,1fr);break-inside:avoid}.contents>section:nth-child(3){display:none}.row>:first-child{white-space:normal}
.card header,.card blockquote,.exhibit,.facts li,.card:not(:has(.exhibit+.exhibit,.facts li:nth-child(3))){break-inside:avoid}
h2,h3,h4,.note{break-after:avoid}
.sides{grid-template-columns:1fr 1fr}.desk{display:block}.cards{margin-top:2rem;position:static;max-height:none;overflow:visible}
a{text-decoration:none}.about{display:none}}
`
