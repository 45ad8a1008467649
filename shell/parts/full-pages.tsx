import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { asCallError } from '#shell/call-error.ts'
import { usePath } from '#shell/address.ts'
import { useWords } from '#shell/language.tsx'
import { useWindowTitle } from '#shell/window-title.ts'
import { partWords } from './labels.ts'
import { WhyNot } from './why-not.tsx'
import './states.css'

const pageWords = {
  absent: { zh: '没有找到这一页', en: 'There is no such page' },
  absentHint: {
    zh: '链接可能不完整，或内容已被移走；也可能您的岗位看不到它。请核对编号，或从工作台、名单里重新进入。',
    en: 'The link may be cut, the page moved, or not open to your role. Try from the workbench or a list.',
  },
  signedOut: { zh: '请先登录', en: 'Please sign in' },
  signedOutHint: {
    zh: '这一页只对登录的人开放。登录后会回到这里。',
    en: 'This page is for people who are signed in. You will come back here.',
  },
  forbidden: { zh: '您的岗位不办理这项业务', en: 'Your role does not do this' },
  forbiddenHint: {
    zh: '如需办理，请向本单位管理员或安全管理员申请相应岗位。',
    en: 'Ask your security administrator for the role it needs.',
  },
  fault: { zh: '页面出错了', en: 'This page failed' },
  faultHint: {
    zh: '已经办成的事不受影响。请重新载入；仍出错时，把下面的说明告诉系统管理员。',
    en: 'What was done stays done. Reload; if it fails again, tell the administrator what stands below.',
  },
  offline: { zh: '连接不上服务器', en: 'The server cannot be reached' },
  home: { zh: '回首页', en: 'Home' },
  signIn: { zh: '登录', en: 'Sign in' },
} as const

const allWords = { ...partWords, ...pageWords }

function FullPage(props: {
  title: string
  hint: string
  children?: React.ReactNode
  code?: string
}) {
  useWindowTitle(props.title)
  return (
    <div className="card full-page">
      {props.code && <p className="full-page-code">{props.code}</p>}
      <h1 tabIndex={-1}>{props.title}</h1>
      <p>{props.hint}</p>
      {props.children}
    </div>
  )
}

/** No page at this address, or none that this person may know of. */
export function NotFound() {
  const words = useWords(allWords)
  return (
    <FullPage code="404" title={words.absent} hint={words.absentHint}>
      <div className="full-page-acts">
        <Button onClick={() => history.back()}>{words.back}</Button>
        <Link to="/">
          <Button type="primary" tabIndex={-1}>
            {words.home}
          </Button>
        </Link>
      </div>
    </FullPage>
  )
}

/** Not for this person: sign in first (`signedOut`), or another role's page. */
export function Forbidden(props: { signedOut?: boolean }) {
  const words = useWords(allWords)
  const here = usePath()
  if (!props.signedOut)
    return (
      <FullPage code="403" title={words.forbidden} hint={words.forbiddenHint}>
        <div className="full-page-acts">
          <Button onClick={() => history.back()}>{words.back}</Button>
        </div>
      </FullPage>
    )
  return (
    <FullPage title={words.signedOut} hint={words.signedOutHint}>
      <div className="full-page-acts">
        <Button type="primary" href={`/sign-in?then=${encodeURIComponent(here)}`}>
          {words.signIn}
        </Button>
      </div>
    </FullPage>
  )
}

/** A page threw: says so in words a person can use, and offers to load it again. */
export function PageFault(props: { error: unknown }) {
  const words = useWords(allWords)
  const error = asCallError(props.error)
  if (error.kind === 'absent') return <NotFound />
  if (error.kind === 'forbidden') return <Forbidden />
  if (error.kind === 'unauthenticated') return <Forbidden signedOut />
  return (
    <FullPage title={error.kind === 'offline' ? words.offline : words.fault} hint={words.faultHint}>
      <div style={{ marginTop: 12 }}>
        <WhyNot
          reasons={
            error.reasons.length > 0
              ? error.reasons
              : [{ duty: null, code: error.kind, message: error.message }]
          }
          title={null}
        />
      </div>
      {error.requestId && <p className="small quiet mono">{error.requestId}</p>}
      <div className="full-page-acts">
        <Button type="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
        <Button href="/">{words.home}</Button>
      </div>
    </FullPage>
  )
}
