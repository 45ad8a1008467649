import { mkdir, readdir, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { familyNames } from './font-names.ts'

/** The families of each part of a paper, in the order they are tried. */
export interface FontRoles {
  body: FontChoice[]
  title: FontChoice[]
  hei: FontChoice[]
}

type FontChoice = string | { name: string; covers: 'latin-in-cjk' }

/** The fonts of this house: folders to load, families by role, and a mark that changes with the files. */
export interface Fonts {
  folders: string[]
  /** Every font file in those folders that papers are set in. */
  files: string[]
  roles: FontRoles
  mark: string
}

const find = createRequire(import.meta.url)
const folderOf = (pkg: string, weight: string) =>
  path.join(path.dirname(find.resolve(`@expo-google-fonts/${pkg}/package.json`)), weight)

const ownFolders = [
  folderOf('noto-serif-sc', '400Regular'),
  folderOf('noto-serif-sc', '700Bold'),
  folderOf('noto-sans-sc', '500Medium'),
]

const serif = 'Noto Serif SC'
const sans = 'Noto Sans SC'
// Built into the typesetter; the only family here with an italic, which Latin names of organisms need.
const latin: FontChoice = { name: 'Libertinus Serif', covers: 'latin-in-cjk' }
const symbols = 'Libertinus Serif'

// The families of GB/T 9704 are not free; an administrator who has a licence puts them in the font folder.
const official: Record<keyof FontRoles, readonly string[]> = {
  body: ['FangSong_GB2312', 'FangSong', '仿宋_GB2312', '仿宋', 'STFangsong'],
  title: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体', '方正小标宋_GBK'],
  hei: ['SimHei', '黑体', 'STHeiti'],
}

/**
 * Which fonts papers are set in. In: the folder in which an administrator puts further fonts (made when
 * absent). An official family found there comes first in its part; any other family only helps out with
 * characters the house's own fonts lack.
 */
export async function fontsOf(extraFolder: string): Promise<Fonts> {
  await mkdir(extraFolder, { recursive: true })
  const extras = await extraFonts(extraFolder)
  const roleOf = (part: keyof FontRoles, own: string): FontChoice[] => {
    const chosen = official[part].filter((name) => extras.families.includes(name))
    const rest = extras.families.filter((name) => !chosen.includes(name))
    const other = own === serif ? sans : serif
    const ownLatin = part === 'hei' ? [] : [latin]
    return [...chosen, ...ownLatin, own, other, symbols, ...rest]
  }
  return {
    folders: [...ownFolders, extraFolder],
    files: [...(await Promise.all(ownFolders.map(fontFilesIn))).flat(), ...extras.files],
    roles: {
      body: roleOf('body', serif),
      title: roleOf('title', serif),
      hei: roleOf('hei', sans),
    },
    mark: extras.mark,
  }
}

async function extraFonts(folder: string) {
  const files = await fontFilesIn(folder)
  const families: string[] = []
  const marks: string[] = []
  for (const file of files) {
    const { size, mtimeMs } = await stat(file)
    marks.push(`${path.basename(file)}:${size}:${mtimeMs}`)
    families.push(...(await familyNames(file)))
  }
  return { files, families: [...new Set(families)], mark: marks.join('|') }
}

async function fontFilesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((n) => /\.(ttf|otf|ttc)$/i.test(n)).sort()
  return names.map((name) => path.join(folder, name))
}
