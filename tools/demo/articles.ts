import { addAct } from '#rooms/library/add.ts'
import { articleLife } from '#rooms/library/states.ts'
import type { ArticleForm } from '#rooms/library/forms.ts'
import { demoCases, type DemoCase } from './cases.ts'
import type { Play } from './play.ts'

type Code = DemoCase['unit']

/** Fills the library of each unit with what its cases name. In: who keeps it, and unit ids by code. */
export async function fillLibraries(
  play: Play,
  keepers: Record<Code, string>,
  units: Record<string, string>,
): Promise<void> {
  for (const code of Object.keys(keepers) as Code[])
    await play.act(play.on(60, 9), keepers[code], addAct, articleLife, {
      unitId: units[code],
      articles: articlesOf(code),
    })
}

function articlesOf(code: Code): Partial<ArticleForm>[] {
  const articles = demoCases
    .filter((demo) => demo.unit === code && demo.form.articleClass !== undefined)
    .flatMap(({ form, lines }) =>
      lines.map((line) => ({
        nameZh: line.nameZh,
        nameEn: line.nameEn,
        catalogueNo: line.catalogueNo,
        specification: line.specification,
        packUnit: line.packUnit,
        ingredients: line.ingredients,
        use: line.use,
        articleClass: form.articleClass!,
        pathogenState: form.pathogenState ?? ('none' as const),
        // of several articles nobody said which contains what
        pathogens: lines.length === 1 ? (form.pathogens ?? []).map((p) => p.pathogenId) : [],
      })),
    )
    .filter((one) => one.nameZh !== '')
  return [...new Map(articles.map((one) => [`${one.nameZh} ${one.catalogueNo}`, one])).values()]
}
