/** The flag's card: the fault on the left, what it rests on at its side, the facts below. */
export const CARD = `
.card{container-type:inline-size;background:var(--sheet);border:1px solid var(--line);border-inline-start:5px solid var(--note);border-radius:6px;padding:1.25rem 1.5rem;margin-bottom:1.5rem}
.card.error{border-inline-start-color:var(--error)}.card.warning{border-inline-start-color:var(--warning)}
.card:target{outline:3px solid var(--link);outline-offset:2px}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;font-size:.85rem;color:var(--soft)}
.badge{font-weight:600;font-size:.8rem;padding:.05rem .5rem;border-radius:1em;color:var(--note);background:var(--note-wash)}
.badge.error{color:var(--error);background:var(--error-wash)}.badge.warning{color:var(--warning);background:var(--warning-wash)}
.badge.state{color:var(--ink);background:var(--trough)}
.sure{display:inline-flex;align-items:center;gap:.5em;font-variant-numeric:tabular-nums}
.bar svg{display:block}.level{fill:var(--soft)}
.card h3{font:700 1.3rem/1.3 var(--serif);margin-top:.5rem;text-wrap:pretty;max-width:42em}
.reason{font:1.02rem/1.5 var(--serif);margin-top:.35rem;max-width:44em}
.fix{margin-top:.75rem}.label{font-size:.82rem;color:var(--soft);margin-inline-end:.4rem}
.fix del{color:var(--error);text-decoration-thickness:2px}.fix ins{color:var(--good);font-weight:700;text-decoration:none}
.sides{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem 2.25rem;margin-top:1.1rem}
@container (min-width:42rem){.sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
.sides:not(:has(>.side+.side)){grid-template-columns:minmax(0,44em)!important}
.card h4{font:600 .82rem var(--sans);color:var(--soft);padding-bottom:.3rem;border-bottom:1px solid var(--line);margin-bottom:.6rem}
blockquote{font:1rem/1.55 var(--serif);white-space:pre-line}
mark{color:inherit;background:var(--for);border-radius:2px;padding:.05em .12em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
mark.wrong{background:var(--error-wash);text-decoration:underline wavy var(--error) 1.5px;text-underline-offset:.22em;font-weight:600}
.card.warning mark.wrong,mark.wrong.warning{background:var(--warning-wash);text-decoration-color:var(--warning)}
.card.note mark.wrong,mark.wrong.note{background:var(--note-wash);text-decoration-color:var(--note)}
mark.for{background:var(--for);font-weight:600}mark.against{background:var(--against);font-weight:600}
.where{font-size:.8rem;color:var(--soft);margin:.15rem 0 .85rem}
.note{font-size:.92rem;font-weight:600;margin-bottom:.3rem}
p.note:not(:first-of-type){margin-top:.6rem}
.exhibit+details{margin-top:.2rem}.side h4:not(:first-child){margin-top:1rem}
.pair{display:flex;flex-wrap:wrap;gap:.1rem .7rem;align-items:baseline;margin-bottom:.3rem}.pair .note{margin:0!important;font-weight:400}
.chips{display:flex;flex-wrap:wrap;gap:.3rem .9rem;font-size:.95rem}.chips a{text-decoration:none;color:var(--soft);font-variant-numeric:tabular-nums}.chips mark{color:var(--ink)}
.side .facts h4{margin-top:1.2rem}.facts li{margin-bottom:.4rem}.facts cite{display:block;font-style:normal;font-size:.8rem;line-height:1.4;color:var(--soft)}
.card>.steps{margin-top:.9rem}.about{margin-top:.9rem;font-size:.88rem;color:var(--soft)}.about p{margin-top:.4rem;max-width:50em}
.unseen{font:.72em var(--mono);border:1px dashed var(--soft);border-radius:3px;padding:0 .2em;color:var(--soft)}
@media (max-width:46rem){.card{padding:1rem}}
`
