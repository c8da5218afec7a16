/** The public API: what a program of one's own may use. Everything else may change without notice. */
export { loadKnowledge } from './knowledge/load.ts'
export type { Claim, Stance } from './model/claim.ts'
export type { Decision, Discrepancy, Evidence, Finding, KnowledgeEvidence, Severity } from './model/discrepancy.ts'
export type { Document, Dropped, Hints, Skipped, Source } from './model/document.ts'
export type { Entity, EntityName, Fact, Link } from './model/entity.ts'
export { EXIT, FatalError, InputError } from './model/errors.ts'
export { type Mention, type MentionType, mention, type Values } from './model/mention.ts'
export { type Selector, type Span, select } from './model/span.ts'
export type {
  Analysis,
  Check,
  CheckContext,
  ExtractContext,
  Extractor,
  Knowledge,
  Loader,
  Reader,
} from './model/stage.ts'
export { type RawSpan, type TextMap, TextMapBuilder, toRaw } from './model/text-map.ts'
export { makeDocument } from './read/document.ts'
export type { OutputFile, Report, ReportDocument, ReportFlag, Writer } from './report/report.ts'
export { analyse, extract, read } from './run/analyse.ts'
export { type Parts, partsWith } from './run/parts.ts'
export { DEFAULTS, type Pipeline } from './run/pipeline.ts'
export { readPipeline } from './run/pipeline-file.ts'
export type { Plugin, PluginRef } from './run/plugin.ts'
export { findPlugin } from './run/plugin-find.ts'
export { type Done, type RunOptions, runPipeline } from './run/run.ts'
export { pipelineSources, sources } from './run/sources.ts'
export type { Summary } from './run/summary.ts'
export { type Verified, verify } from './run/verify.ts'
export { writeReport } from './run/write-report.ts'
export { openExisting, openStore } from './store/open.ts'
export type { Facts, Store, StoredFlag } from './store/store.ts'
