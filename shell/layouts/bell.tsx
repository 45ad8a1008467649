import { Link } from '@tanstack/react-router'
import { Popover } from 'antd'
import { BellOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { showInstant } from '#shell/format.ts'
import { useInbox } from '#shell/inbox.ts'
import { shellWords } from '#shell/labels.ts'
import { fill, useWords } from '#shell/language.tsx'

/** The bell: how many messages are unread, the newest of them, and the way to the in-box. */
export function Bell() {
  const words = useWords(shellWords)
  const [open, setOpen] = useState(false)
  const inbox = useInbox()
  const { unread, newest, failed } = inbox
  const shown = unread > 99 ? '99+' : unread
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      placement="bottomRight"
      content={
        <div className="bell-list">
          {failed && <p className="quiet">{words.inboxFault}</p>}
          {!failed && newest.length === 0 && <p className="quiet">{words.inboxEmpty}</p>}
          <ul>
            {newest.map((message) => (
              <li key={message.id}>
                <Link
                  to={message.href}
                  className="bell-item"
                  data-unread={!message.read}
                  onClick={() => {
                    setOpen(false)
                    if (!message.read) inbox.markRead(message.id)
                  }}
                >
                  <b>{message.title}</b>
                  <br />
                  <span className="small quiet">{showInstant(message.at)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <Link to="/inbox" className="bell-all" onClick={() => setOpen(false)}>
            {words.inboxAll}
          </Link>
        </div>
      }
    >
      <button
        type="button"
        className="plain header-button"
        aria-expanded={open}
        // a person who speaks to the machine says what he sees
        aria-label={unread > 0 ? fill(words.inboxUnread, { n: shown }) : words.inbox}
      >
        <BellOutlined />
        {unread > 0 && (
          <span className="bell-count" aria-hidden="true">
            {shown}
          </span>
        )}
      </button>
    </Popover>
  )
}
