import { Link } from '@tanstack/react-router'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { Dots } from '#shell/parts/dots.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { LinkButton } from '#shell/parts/link-button.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import type { Column } from '#shell/parts/table-column.ts'
import { doorSource } from '#shell/parts/table-source.ts'
import { articlesDoor } from '../doors.ts'
import { classWords } from '../labels.ts'
import { articleLife, type ArticleStatus } from '../states.ts'
import type { ArticleRow } from '../views.ts'
import { pageWords } from './page-words.ts'

/** The articles of one's unit, found by part of a word. */
export function LibraryPage() {
  const words = useWords(pageWords)
  const word = useWord()
  const columns: Column<ArticleRow>[] = [
    {
      key: 'name',
      title: words.name,
      sort: true,
      always: true,
      render: (r) => (
        <>
          <Link to="/library/$id" params={{ id: r.id }}>
            {r.article.nameZh}
          </Link>
          <p className="small quiet">{r.article.nameEn}</p>
        </>
      ),
    },
    {
      key: 'catalogueNo',
      title: words.catalogueNo,
      width: 140,
      render: (r) => r.article.catalogueNo || '—',
    },
    {
      key: 'articleClass',
      title: words.articleClass,
      width: 150,
      render: (r) => word(classWords[r.article.articleClass]),
    },
    {
      key: 'specification',
      title: words.specification,
      width: 180,
      cut: true,
      render: (r) => r.article.specification || '—',
    },
    {
      key: 'ingredients',
      title: words.ingredients,
      cut: true,
      hidden: true,
      render: (r) => r.article.ingredients || '—',
    },
    {
      key: 'pathogens',
      title: words.pathogens,
      width: 180,
      cut: true,
      render: (r) => (r.pathogens.length > 0 ? <Dots of={r.pathogens.map((p) => p.zh)} /> : '—'),
    },
    {
      key: 'status',
      title: words.status,
      width: 110,
      render: (r) => (
        <StatusTag
          words={articleLife.statuses[r.status as ArticleStatus]}
          tone={r.status === 'retired' ? 'end' : 'ok'}
        />
      ),
    },
    {
      key: 'updated',
      title: words.updated,
      sort: true,
      hidden: true,
      width: 150,
      render: (r) => <span className="tabular">{showInstant(r.updatedAt)}</span>,
    },
  ]
  return (
    <>
      <PageHead
        title={words.list}
        hint={words.listHint}
        acts={
          <>
            <LinkButton to="/library/paste">{words.paste}</LinkButton>
            <LinkButton to="/library/new" type="primary">
              {words.add}
            </LinkButton>
          </>
        }
      />
      <FilterTable<ArticleRow>
        name="library"
        source={doorSource(articlesDoor)}
        columns={columns}
        rowKey={(r) => r.id}
        search={words.search}
        defaultSort="name"
        filters={[
          {
            key: 'articleClass',
            label: words.articleClass,
            kind: 'choices',
            options: Object.entries(classWords).map(([value, label]) => ({ value, label })),
          },
          { key: 'retired', label: words.withRetired, kind: 'flag' },
        ]}
        empty={{ title: words.none, hint: words.noneHint }}
      />
    </>
  )
}
