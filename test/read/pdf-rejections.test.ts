import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { inTime } from '../../src/read/pdf-rejections.ts'

const file = fileURLToPath(new URL('../../src/read/pdf-rejections.ts', import.meta.url))

/** What a process does in which a promise with this stack is rejected and nobody awaits it. */
function rejected(stack: string) {
  const script = `import { guardRejections } from ${JSON.stringify(file)}
guardRejections()
const error = new Error('forgotten')
error.stack = ${JSON.stringify(stack)}
Promise.reject(error)
setTimeout(() => console.log('went on'), 20)`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return { ended: status !== 0, stdout }
}

it('keeps only what the PDF library forgets from ending the process', () => {
  const library = 'Error: forgotten\n    at x (file:///a/node_modules/unpdf/dist/pdfjs.mjs:1:7175)'
  expect(rejected(library)).toEqual({ ended: false, stdout: 'went on\n' })
  expect(rejected('Error: forgotten\n    at x (file:///a/src/read/html.ts:1:1)')).toEqual({ ended: true, stdout: '' })
})

it('gives what comes in time', async () => {
  expect(await inTime(Promise.resolve(1))).toBe(1)
  await expect(inTime(Promise.reject(new Error('no')))).rejects.toThrow('no')
})
