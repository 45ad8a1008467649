import { Link } from '@tanstack/react-router'
import { useWord } from '#shell/language.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { examples } from './examples.ts'
import './examples.css'

/** The list of all examples. */
export function IndexPage() {
  const word = useWord()
  return (
    <>
      <PageHead
        title={word({ zh: '组件样例', en: 'Parts' })}
        hint={word({
          zh: '每个组件一页，数据是虚构的。新页面由这些组件拼成；改动组件后在这里看它的样子，走查和无障碍检查也在这里进行。',
          en: 'One page for each part, with invented data. Pages are made of these; walks and accessibility checks visit them.',
        })}
      />
      <ul className="example-index">
        {examples.map((example) => (
          <li key={example.key}>
            <Link to={`/parts/${example.key}`} className="card">
              <b>{word(example.title)}</b>
              <span className="small quiet">{word(example.what)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
