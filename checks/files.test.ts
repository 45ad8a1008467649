import { test } from 'node:test'
import { filesOf, isForTests, ownFolders, pathsOf, refuseBreaches } from './tree.ts'

const code = `{${ownFolders.join(',')}}/**/*.{ts,tsx,mjs,css,typ}`
const everything = `{${ownFolders.join(',')}}/**/*`

test('a file is named in kebab-case after the one thing inside', () => {
  const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
  const migration = /^migrations\/\d{4}_[a-z0-9_]+\.sql$/
  // the name every forge opens a folder with
  const readme = /(^|\/)README\.md$/
  const wrong = pathsOf(everything).filter(
    (file) =>
      !migration.test(file) &&
      !readme.test(file) &&
      !file.split('/').every((part) => name.test(part)),
  )
  refuseBreaches('not kebab-case:', wrong)
})

test('no file is a drawer for odds and ends', () => {
  const drawer = /^(utils?|helpers?|common|shared|misc|managers?|services?)$/
  const wrong = pathsOf(everything).filter((file) => {
    const base = file.split('/').at(-1)?.split('.')[0] ?? ''
    const words = base.split('-')
    // A last word names the thing, a first one only colours it ("common-passwords").
    return (
      drawer.test(words.at(-1) ?? '') || words.some((word) => /^(manager|service)s?$/.test(word))
    )
  })
  refuseBreaches('say what is inside instead:', wrong)
})

/** Files that are one long list, with the reason why cutting them would help nobody. */
const longLists: Record<string, string> = {
  'frame/db/types.ts': 'generated from the database',
  'tools/demo/cases.ts': 'the demonstration cases, data from top to bottom',
  'tools/demo/unit-facts.ts': 'the units of the demonstration, data from top to bottom',
}

test('no file is longer than 250 lines', (t) => {
  const lines = ({ text }: { text: string }) => text.split('\n').length - 1
  const files = filesOf(code).filter((file) => !(file.path in longLists))
  const long = files.filter((file) => lines(file) > 250)
  const growing = files.filter((file) => lines(file) >= 150 && !isForTests(file.path))
  t.diagnostic(`${growing.length} files of code have 150 lines or more`)
  refuseBreaches(
    'cut in two:',
    long.map((file) => `${file.path} ${lines(file)}`),
  )
})

test('nothing is exported by default', () => {
  const allowed = ['tools/quiet-reporter.ts']
  const wrong = filesOf(code)
    .filter(({ path, text }) => /^export default\b/m.test(text) && !allowed.includes(path))
    .map(({ path }) => path)
  refuseBreaches('give it a name:', wrong)
})

test('no file only passes on what others export', () => {
  const wrong = filesOf('{frame,rooms,shell}/**/*.{ts,tsx}')
    .filter(({ path, text }) => {
      if (path.endsWith('/public.ts')) return false
      const statements = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim()
      return (
        statements !== '' &&
        /^(export\s+(\*|(type\s+)?\{[^}]*\})\s+from\s+['"][^'"]+['"];?\s*)+$/.test(statements)
      )
    })
    .map(({ path }) => path)
  refuseBreaches('a barrel; import from the file itself:', wrong)
})
