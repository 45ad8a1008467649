import { useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MouseEvent, ReactNode } from 'react'

/**
 * A link that looks like a button: goes to another page of the product, opens in a new window when asked
 * to, and is one element, not a button inside a link. In: `to` as a filled path.
 */
export function LinkButton(props: {
  to: string
  type?: 'primary' | 'default' | 'link' | 'text'
  size?: 'small' | 'large'
  icon?: ReactNode
  block?: boolean
  children: ReactNode
}) {
  const navigate = useNavigate()
  const router = useRouter()
  function go(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void navigate({ to: props.to })
  }
  return (
    <Button
      href={router.buildLocation({ to: props.to }).href}
      type={props.type ?? 'default'}
      {...(props.size ? { size: props.size } : {})}
      {...(props.icon ? { icon: props.icon } : {})}
      block={props.block ?? false}
      onClick={go}
    >
      {props.children}
    </Button>
  )
}
