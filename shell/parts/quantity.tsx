import { showNumber, showScaled } from '#shell/format.ts'
import { Dots } from './dots.tsx'
import './quantity.css'

/**
 * A quantity as it is kept: an integer at a fixed scale with its unit. In: `value` 500000 at `scale` 3
 * with `unit` ml shows `500 ml`; `packs` adds the packing, `× 10 支`.
 */
export function Quantity(props: {
  value: number
  scale?: number
  unit: string
  packs?: { count: number; unit: string }
}) {
  return (
    <span className="quantity">
      <b>{showScaled(props.value, props.scale ?? 0)}</b> {props.unit}
      {props.packs && (
        <span className="quantity-packs">
          {' / '}
          {showNumber(props.packs.count)} {props.packs.unit}
        </span>
      )}
    </span>
  )
}

/** An amount of money as an integer of the smallest unit. In: cents at scale 2, `USD`. */
export function Money(props: { value: number; scale?: number; currency: string }) {
  return (
    <span className="quantity">
      <b>{showScaled(props.value, props.scale ?? 2)}</b> {props.currency}
    </span>
  )
}

/**
 * A balance: how much of a permitted whole is left, reserved and used, as numbers and as a bar.
 * All numbers are integers of the same scale and unit.
 */
export function Balance(props: {
  total: number
  used: number
  reserved: number
  scale?: number
  unit: string
  words: { left: string; reserved: string; used: string }
}) {
  const { total, used, reserved, words } = props
  const left = total - used - reserved
  const share = (n: number) => `${total > 0 ? (100 * n) / total : 0}%`
  const show = (n: number) => showScaled(n, props.scale ?? 0)
  return (
    <div className="balance">
      <div className="balance-bar" aria-hidden="true">
        <i data-part="used" style={{ width: share(used) }} />
        <i data-part="reserved" style={{ width: share(reserved) }} />
      </div>
      <p className="small">
        <b>
          {words.left} {show(left)} {props.unit}
        </b>
        <span className="quiet">
          {' '}
          / {show(total)} {props.unit}　
          <Dots of={[`${words.used} ${show(used)}`, `${words.reserved} ${show(reserved)}`]} />
        </span>
      </p>
    </div>
  )
}
