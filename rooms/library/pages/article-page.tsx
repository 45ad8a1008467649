import { App, Button } from 'antd'
import { useState } from 'react'
import { usePathParam } from '#shell/address.ts'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { ActBar } from '#shell/parts/act-bar.tsx'
import { ConfirmLeave } from '#shell/parts/confirm-leave.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import '#shell/parts/section.css'
import { useAct, useRead } from '#shell/query.ts'
import type { z } from 'zod'
import { articleDoor, changeDoor, restoreDoor, retireDoor } from '../doors.ts'
import { articleLife, type ArticleStatus } from '../states.ts'
import { AlikeRefusal } from './alike-refusal.tsx'
import { ArticleFields, asArticle, type TypedArticle } from './article-fields.tsx'
import { pageWords } from './page-words.ts'
import './library.css'

type View = z.output<typeof articleDoor.reply>

/** One article: to change while it is in use, to set aside, to restore. */
export function ArticlePage() {
  const id = usePathParam('id')
  const read = useRead(articleDoor, { params: { id } }, { fresh: true })
  return (
    <Loaded page read={read}>
      {(view) => <OneArticle key={`${id} ${view.version}`} view={view} />}
    </Loaded>
  )
}

function OneArticle({ view }: { view: View }) {
  const words = useWords(pageWords)
  const word = useWord()
  const { message } = App.useApp()
  const change = useAct(changeDoor)
  const doors = { 'article.retire': useAct(retireDoor), 'article.restore': useAct(restoreDoor) }
  const [typed, setTyped] = useState<TypedArticle>()
  const { status, version } = view
  const params = { id: view.id }
  const values = typed ?? view.article
  const toChange = view.acts.find((a) => a.act === 'article.change' && a.allowed)

  async function save(anyway: boolean) {
    const body = { version, article: asArticle(values), anyway }
    // a refusal stays on the page with everything that was typed
    const done = await change.run({ params, body }).catch(() => null)
    if (!done) return
    setTyped(undefined)
    void message.success(words.saved)
  }

  return (
    <>
      <ConfirmLeave unsaved={typed !== undefined} />
      <PageHead
        title={view.article.nameZh}
        tag={
          <StatusTag
            words={articleLife.statuses[status as ArticleStatus]}
            tone={status === 'retired' ? 'end' : 'ok'}
          />
        }
        facts={[
          { label: words.unit, value: view.unitName },
          {
            label: words.updatedBy,
            value: `${view.updatedBy ?? '—'} ${showInstant(view.updatedAt)}`,
          },
        ]}
        acts={
          <ActBar
            layout="row"
            acts={view.acts.filter((a) => a.act in doors && a.allowed)}
            main=""
            forms={{
              'article.retire': { text: words.retireText },
              'article.restore': { plain: true },
            }}
            run={(act) => doors[act as keyof typeof doors].run({ params, body: { version } })}
          />
        }
      />
      <section className="card section article-page">
        <ArticleFields
          values={values}
          change={setTyped}
          reasons={change.error?.reasons ?? []}
          known={view.pathogens}
          disabled={!toChange}
        />
        {view.article.productPage && (
          <p>
            <a href={view.article.productPage} target="_blank" rel="noopener noreferrer">
              {fill(words.openPage, { host: new URL(view.article.productPage).host })}
            </a>
          </p>
        )}
        {change.error && (
          <AlikeRefusal
            error={change.error}
            name={values.nameZh}
            goOn={() => void save(true)}
            busy={change.busy}
          />
        )}
        {toChange && (
          <p className="article-acts">
            <Button
              type="primary"
              disabled={typed === undefined}
              loading={change.busy}
              onClick={() => void save(false)}
            >
              {word(toChange.title)}
            </Button>
          </p>
        )}
      </section>
    </>
  )
}
