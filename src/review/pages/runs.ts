import { inline, type Markup, markup } from '../../report/templates/markup.ts'
import { count, figure, sentenceCase } from '../../report/words.ts'
import type { Production } from '../../store/review.ts'
import type { FirstShown } from '../../store/shown.ts'
import type { StoredRun } from '../../store/store.ts'
import { changed, type Place, placeOf, queueAddress } from '../address.ts'
import type { Desk } from '../desk.ts'
import type { Page } from './frame.ts'
import { columns, HUES } from './plots.ts'

/** Runs shown. */
const RUNS = 60
/** Publishers shown. */
const SOURCES = 40

/** Every run: what it counted, what it brought; flags by check over the runs, facts by where they come from. */
export async function runsPage(desk: Desk): Promise<Page> {
  const runs = await desk.store.runs(RUNS)
  const shown = await desk.store.firstShown()
  const flags = shown.filter(({ severity }) => severity !== 'note')
  const notes = shown.filter(({ severity }) => severity === 'note')
  return {
    title: 'Runs',
    heading: 'Runs',
    here: 'runs',
    body: markup`<div class="sheet"><h2>${runs.length === 0 ? 'No run yet' : runs.length === RUNS ? `The last ${figure(RUNS)} runs` : sentenceCase(count(runs.length, 'run'))}</h2>
${byCheck(desk, runs, flags)}
<section><h2>Every run</h2><div class="scroll" tabindex="0" role="region" aria-label="Runs"><table><thead><tr><th scope="col" class="number">run</th><th scope="col">began</th><th scope="col">ended</th><th scope="col">state</th><th scope="col">pipeline</th><th scope="col" class="number">new flags</th><th scope="col" class="number">new notes</th><th scope="col">errata, knowledge</th></tr></thead><tbody>${runs.map(
      run => line(run, ofRun(flags, run.id), ofRun(notes, run.id)),
    )}</tbody></table></div><p class="log">Flags count in the run that first showed them, also those decided, fixed or gone with their article since; the queue has those of articles that are still there. Not counted are flags of articles that were forgotten.</p></section>
${bySource(await desk.store.production(SOURCES))}</div>`,
  }
}

const ofRun = (shown: readonly FirstShown[], id: number): number =>
  shown.reduce((sum, { run, count }) => (run === id ? sum + count : sum), 0)

function line(
  { id, pipeline, startedAt, finishedAt, state, version, knowledge }: StoredRun,
  flags: number,
  notes: number,
): Markup {
  const number = (count: number, more: Partial<Place>): Markup => {
    const place = changed(placeOf(new URLSearchParams()), { status: 'all', run: id, ...more })
    return markup`<td class="number">${count === 0 ? '0' : markup`<a href="${queueAddress(place)}">${figure(count)}</a>`}</td>`
  }
  return markup`<tr><td class="number">${id}</td><td>${when(startedAt)}</td><td>${finishedAt === undefined ? '' : when(finishedAt)}</td><td>${state}</td><td>${inline(pipeline)}</td>${number(flags, {})}${number(notes, { severity: 'note' })}<td>${version}, ${knowledge}</td></tr>\n`
}

const when = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`

/** The flags, by the run that first showed them; the commonest checks have a colour of their own. */
function byCheck({ checks }: Desk, runs: readonly StoredRun[], flags: readonly FirstShown[]): Markup {
  if (flags.length === 0) return markup``
  const totals = new Map<string, number>()
  for (const { check, count } of flags) totals.set(check, (totals.get(check) ?? 0) + count)
  const common = [...totals].sort((a, b) => b[1] - a[1])
  const named = common.slice(0, HUES - 1)
  const hues = new Map(named.map(([check], hue) => [check, hue]))
  const byRun = Map.groupBy(flags, ({ run }) => run)
  const list = runs.toReversed().map(({ id }) => {
    const parts = Array.from({ length: HUES }, () => 0)
    for (const { check, count } of byRun.get(id) ?? []) {
      const hue = hues.get(check) ?? HUES - 1
      parts[hue] = (parts[hue] ?? 0) + count
    }
    return { name: String(id), parts }
  })
  const rest = common.slice(HUES - 1).reduce((sum, [, number]) => sum + number, 0)
  return markup`<section><h2>Flags by check, over the runs that first showed them</h2>${columns('Flags by run', list)}
<ul class="legend">${named.map(([id, number], hue) => key(hue, checks.find(check => check.id === id)?.title ?? id, number))}${rest === 0 ? '' : key(HUES - 1, 'other checks', rest)}</ul></section>`
}

const key = (hue: number, name: string, number: number): Markup =>
  markup`<li><svg class="plot hue" viewBox="0 0 8 8" aria-hidden="true"><rect class="hue-${hue}" width="8" height="8"/></svg>${name} ${figure(number)}</li>`

function bySource(sources: readonly Production[]): Markup {
  if (sources.length === 0) return markup``
  const most = Math.max(1, ...sources.map(({ mentions, claims }) => mentions + claims))
  const bar = (number: number, hue: number, from: number): Markup =>
    markup`<rect class="hue-${hue}" x="${(from / most) * 100}" width="${(number / most) * 100}" height="10"/>`
  return markup`<section><h2>Facts by where they come from</h2><div class="scroll" tabindex="0" role="region" aria-label="Facts by source"><table><thead><tr><th scope="col">publisher or folder</th><th scope="col" class="number">articles</th><th scope="col" class="number">names, numbers, dates</th><th scope="col" class="number">claims</th><th scope="col">together</th></tr></thead><tbody>${sources.map(
    ({ source, documents, mentions, claims }) =>
      markup`<tr><td>${inline(source)}</td><td class="number">${figure(documents)}</td><td class="number">${figure(mentions)}</td><td class="number">${figure(claims)}</td><td><svg class="plot" viewBox="0 0 100 10" width="220" height="10" preserveAspectRatio="none" role="img" aria-label="${`${figure(mentions + claims)} facts`}">${bar(mentions, 1, 0)}${bar(claims, 3, mentions)}</svg></td></tr>\n`,
  )}</tbody></table></div></section>`
}
