import type { Selector } from '../model/span.ts'
import { type Fetch, fetchFrom } from './fetch.ts'
import { byWeight, type FlagGroup, groupFlags } from './group.ts'
import type { OutputFile, Report, ReportDocument, Writer } from './report.ts'
import { pageName, type Site } from './templates/address.ts'
import { card } from './templates/card.ts'
import type { Touched } from './templates/contents.ts'
import { documentPage } from './templates/document.ts'
import { back, front } from './templates/front.ts'
import { inline, type Markup, markup } from './templates/markup.ts'
import { pageFoot, pageHead } from './templates/page.ts'
import { copiesPart, revisedPart } from './templates/revised.ts'
import { row, sections } from './templates/sections.ts'
import { count, figure, sentenceCase } from './words.ts'

/** Full cards in report.html; further ones are lines that lead to the card on their document's page. */
const CARDS = 200
/** Up to this many documents each gets a page; beyond, only those that a flag touches. */
const PAGES = 1000

/** `report.html`, self-contained and without script, and a page for each document below `documents/`. */
export const htmlReport: Writer = {
  id: 'html',
  async *files(report) {
    const plan = await planOf(report)
    yield { path: 'report.html', text: reportText(report, plan) }
    if (plan.all) for await (const item of report.documents()) yield documentFile(report, plan, item)
    else
      for (const id of plan.touched.keys()) {
        const item = await report.document(id)
        if (item) yield documentFile(report, plan, item)
      }
  },
}

/** What has to be known before the first byte: who has a page, and which places are cited. */
interface Plan {
  readonly groups: readonly FlagGroup[]
  readonly byDocument: ReadonlyMap<string, readonly FlagGroup[]>
  /** Places cited as evidence, by document. */
  readonly cited: ReadonlyMap<string, readonly Selector[]>
  /** The documents that flags or their publishers touch and that are still there, sorted by id. */
  readonly touched: ReadonlyMap<string, Touched>
  /** Whether every document gets a page. */
  readonly all: boolean
  readonly fetch: Fetch
}

async function planOf(report: Report): Promise<Plan> {
  const groups = byWeight(groupFlags(report.flags))
  const evidence = report.flags.flatMap(flag => flag.evidence.map(({ at }) => at))
  const touched = new Map<string, Touched>()
  for (const id of [
    ...new Set([...groups, ...evidence, ...report.revised.slice(0, CARDS)].map(({ doc }) => doc)),
  ].sort()) {
    const item = await report.document(id)
    if (item) touched.set(id, { title: item.doc.title ?? id, length: item.doc.text.length })
  }
  return {
    groups,
    byDocument: Map.groupBy(groups, ({ doc }) => doc),
    cited: Map.groupBy(evidence, ({ doc }) => doc),
    touched,
    all: report.figures.documents <= PAGES,
    fetch: fetchFrom(report),
  }
}

const needed = (groups: readonly FlagGroup[]): string[] =>
  groups.flatMap(({ doc, flags }) => [doc, ...flags.flatMap(flag => flag.evidence.map(({ at }) => at.doc))])

async function* reportText(report: Report, plan: Plan): AsyncGenerator<string> {
  const site: Site = {
    report: '#top',
    page: doc => (plan.touched.has(doc) ? `documents/${pageName(doc)}` : undefined),
  }
  const address = (group: FlagGroup): string =>
    full.has(group) ? `#${group.id}` : `${site.page(group.doc) ?? ''}#${group.id}`
  const parts = sections(report, plan.groups)
  const full = new Set(parts.flatMap(part => part.groups).slice(0, CARDS))
  yield* written(
    pageHead('What does not add up'),
    front({ report, groups: plan.groups, touched: plan.touched, address }),
    markup`<main id="flags">`,
  )
  for (const { id, title, groups } of parts) {
    yield* written(markup`<section class="part" id="${id}"><h2>${title}</h2>`)
    const cards = groups.filter(group => full.has(group))
    for (const group of cards) {
      const check = report.checks.find(({ id }) => id === group.check)
      yield* written(card({ group, site, check, db: report.db, documents: await plan.fetch(needed([group])) }))
    }
    const rest = groups.slice(cards.length)
    if (rest.length > 0) {
      yield* written(
        markup`<details class="more"><summary>${figure(rest.length)} more, each with its card on its article\u2019s page</summary><ul>`,
      )
      for (const group of rest)
        yield* written(row(group, address(group), plan.touched.get(group.doc)?.title ?? group.doc))
      yield* written(markup`</ul></details>`)
    }
    yield* written(markup`</section>`)
  }
  const page = (doc: string) => (plan.all ? `documents/${pageName(doc)}` : site.page(doc))
  const naming = { page, title: (doc: string) => plan.touched.get(doc)?.title ?? doc, db: report.db }
  yield* written(revisedPart(report.revised, naming), copiesPart(report.copies, naming))
  if (plan.all && report.figures.documents > 0) yield* everyArticle(report, plan)
  yield* written(back(report), markup`</main>`, pageFoot(report.version, report.knowledge.version))
}

/** A folded list of all articles, with and without flags, that leads to their pages. */
async function* everyArticle(report: Report, plan: Plan): AsyncGenerator<string> {
  const number = report.figures.documents
  yield* written(
    markup`<section class="plain" id="articles"><h2>What was read</h2><details><summary>${sentenceCase(count(number, 'article'))}, each with its names, numbers and dates marked</summary><ul>`,
  )
  for await (const { doc, mentions } of report.documents()) {
    const flags = plan.byDocument.get(doc.id)?.reduce((sum, group) => sum + group.flags.length, 0) ?? 0
    yield* written(
      markup`<li><a href="documents/${pageName(doc.id)}">${inline(doc.title ?? doc.id)}</a> ${doc.published === undefined ? '' : `${doc.published.slice(0, 10)}, `}${count(mentions.length, 'mention')}, ${count(flags, 'flag')}</li>\n`,
    )
  }
  yield* written(markup`</ul></details></section>`)
}

function documentFile(report: Report, plan: Plan, item: ReportDocument): OutputFile {
  const { id } = item.doc
  return { path: `documents/${pageName(id)}`, text: documentText(report, plan, item) }
}

async function* documentText(report: Report, plan: Plan, item: ReportDocument): AsyncGenerator<string> {
  const { id, title } = item.doc
  const groups = plan.byDocument.get(id) ?? []
  const site: Site = {
    report: '../report.html',
    beside: id,
    page: doc => (doc === id ? '' : plan.touched.has(doc) ? pageName(doc) : undefined),
  }
  const documents = new Map([...(await plan.fetch(needed(groups))), [id, item]])
  yield* written(
    pageHead(title ?? id),
    documentPage({ report, item, groups, cited: plan.cited.get(id) ?? [], documents, site }),
    pageFoot(report.version, report.knowledge.version),
  )
}

function* written(...parts: readonly Markup[]): Generator<string> {
  for (const part of parts) yield part.toString()
}
