import type { TestEvent } from 'node:test/reporters'

// Prints one line per finished file, every failure whole, and the sums.
// oxlint-disable-next-line import/no-default-export -- node's test runner takes a reporter's default export
export default async function* quietReporter(source: AsyncIterable<TestEvent>) {
  let passed = 0
  let failed = 0
  let skipped = 0
  for await (const event of source) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { data } = event
      const leaf = data.details.type !== 'suite'
      // A file stands as a test of its own name around its tests; it is not counted.
      const isFile =
        data.name === data.file || data.name.endsWith('.test.ts') || data.name.endsWith('.walk.ts')
      if (event.type === 'test:fail') {
        if (leaf && !isFile) failed += 1
        if (leaf || !onlyTells(event.data.details.error)) yield failureText(event.data)
      } else if (leaf && !isFile) {
        if (data.skip !== undefined && data.skip !== false) {
          skipped += 1
          yield `  – ${data.name}（跳过：${String(data.skip)}）\n`
        } else passed += 1
      }
    } else if (event.type === 'test:stderr') yield event.data.message
  }
  yield `${passed} 项通过，${failed} 项失败，${skipped} 项跳过\n`
}

/** A suite that fails only because a test in it did has nothing to add. */
const onlyTells = (error: Error) => 'failureType' in error && error.failureType === 'subtestsFailed'

function failureText(data: {
  name: string
  file?: string
  line?: number
  details: { error: Error & { cause?: unknown } }
}): string {
  const cause = data.details.error.cause ?? data.details.error
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause)
  return `  ✗ ${data.name}  ${data.file ?? ''}:${data.line ?? ''}\n${text.replaceAll(/^/gm, '      ')}\n`
}
