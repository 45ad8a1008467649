const reloadedAt = 'lianguan.reloaded'
/** Two reloads within this time mean that reloading does not help, in milliseconds. */
const once = 20_000

/**
 * A new version of the product replaces the files of the old one: a page of the old that wants another of
 * its parts does not find it. It is then loaded anew, once; a page with unsaved content asks first.
 */
export function reloadOnNewBuild(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(reloadedAt) ?? 0)
    if (performance.timeOrigin + performance.now() - last < once) return
    event.preventDefault()
    sessionStorage.setItem(reloadedAt, String(performance.timeOrigin + performance.now()))
    location.reload()
  })
}
