import { Button } from 'antd'
import { useState } from 'react'
import { PathogenSearch } from '#frame/catalogue/pages/pathogen-search.tsx'
import { hazardWords } from '#frame/catalogue/labels.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import type { ControlProps } from '#shell/parts/form-field.ts'
import type { ArticleRow } from '../views.ts'
import { pageWords } from './page-words.ts'
import './library.css'

type Named = ArticleRow['pathogens'][number]

/** S2-159 the pathogens of an article, chosen from the catalogue. In: those whose names are known already. */
export function PathogensOf(props: ControlProps & { known: readonly Named[] }) {
  const words = useWords(pageWords)
  const word = useWord()
  const [found, setFound] = useState<readonly Named[]>(props.known)
  const ids = (props.value as string[] | undefined) ?? []
  return (
    <div className="pathogens-of">
      {ids.map((id) => {
        const one = found.find((p) => p.id === id)
        const name = one?.zh ?? id
        return (
          <div key={id} className="pathogen-of">
            <p>
              <b>{name}</b> <i lang="la">{one?.sci}</i>{' '}
              <span className="quiet small">{word(hazardWords[one?.hazardClass ?? 0] ?? '')}</span>
            </p>
            {!props.disabled && (
              <Button
                type="text"
                aria-label={fill(words.remove, { name })}
                onClick={() => props.change(ids.filter((other) => other !== id))}
              >
                ✕
              </Button>
            )}
          </div>
        )
      })}
      {!props.disabled && (
        <PathogenSearch
          id={props.id}
          describedBy={props.describedBy}
          pick={({ id, zh, sci, class: hazardClass }) => {
            setFound((old) => [...old, { id, zh, sci, hazardClass }])
            if (!ids.includes(id)) props.change([...ids, id])
          }}
        />
      )}
    </div>
  )
}
