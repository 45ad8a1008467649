import { test } from 'node:test'
import path from 'node:path'
import { filesOf, isForTests, refuseBreaches } from './tree.ts'

/** Every import of a file as a path from the root of the project. */
function importsOf(file: { path: string; text: string }): string[] {
  const found = file.text.matchAll(/(?:from|import)\s*\(?\s*['"]([#.][^'"]+)['"]/g)
  return Array.from(found, ([, name]) =>
    name!.startsWith('#') ? name!.slice(1) : path.posix.join(path.posix.dirname(file.path), name!),
  )
}

const roomOf = (name: string) => /^rooms\/([a-z-]+)\//.exec(name)?.[1]
const files = filesOf('{frame,rooms,shell}/**/*.{ts,tsx}')

test('rooms meet only through public.ts', () => {
  const wrong = files.flatMap((file) => {
    const own = roomOf(file.path)
    if (own === undefined) return []
    return importsOf(file)
      .filter((name) => {
        const other = roomOf(name)
        if (other === undefined || other === own) return false
        // A test may knock at any door, as a person does.
        if (file.path.endsWith('.test.ts') && name === `rooms/${other}/doors.ts`) return false
        return name !== `rooms/${other}/public.ts`
      })
      .map((name) => `${file.path} imports ${name}`)
  })
  refuseBreaches('go through public.ts:', wrong)
})

test('the frame knows no room, and the shell only doors and pages', () => {
  const wrong = files
    .filter((file) => !file.path.startsWith('rooms/') && !file.path.endsWith('.test.ts'))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => roomOf(name) !== undefined)
        .filter(
          (name) =>
            !file.path.startsWith('shell/') || !/^rooms\/[a-z-]+\/(doors\.ts|pages\/)/.test(name),
        )
        .map((name) => `${file.path} imports ${name}`),
    )
  refuseBreaches('rooms stand on the frame, not the other way round:', wrong)
})

test('the server does not lean on the web', () => {
  const wrong = files
    .filter((file) => !file.path.startsWith('shell/') && !file.path.includes('/pages/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('shell/') || name.includes('/pages/'))
        .map((name) => `${file.path} imports ${name}`),
    )
  refuseBreaches('server code imports a page:', wrong)
})

test('nothing of the product comes from tests, tools or checks', () => {
  const wrong = files
    .filter((file) => !isForTests(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => /^(checks|tools|walks|bench)\//.test(name))
        .map((name) => `${file.path} imports ${name}`),
    )
  refuseBreaches('product code imports what only tests need:', wrong)
})
