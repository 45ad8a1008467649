import react from '@vitejs/plugin-react'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/**
 * Libraries that change seldom get chunks of their own, so that a new room does not empty the cache and a
 * first visit is few requests. What only some pages need of antd stays apart. `no-eval` rides with zod: it
 * must have run before any chunk makes a schema.
 */
const vendor = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 9 },
  { name: 'tanstack', test: /node_modules\/@tanstack\//, priority: 9 },
  { name: 'zod', test: /node_modules\/zod\/|shell\/no-eval/, priority: 9 },
  { name: 'ui', test: /node_modules/, tags: ['$initial' as const], priority: 8 },
  { name: 'days', test: /@rc-component\/picker|antd\/es\/date-picker/, priority: 7 },
  { name: 'table', test: /@rc-component\/table|antd\/es\/table\//, priority: 7 },
  {
    name: 'fields',
    test: /@rc-component\/(select|input-number|upload|textarea)|antd\/es\/(select|input|input-number|upload|radio|checkbox)\//,
    priority: 8,
  },
]

/** Puts a .br and a .gz beside every text file, so that the server need not compress at each request. */
function compressed(): Plugin {
  const brotli = promisify(brotliCompress)
  const zip = promisify(gzip)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle).filter((f) => /\.(js|css|html|svg)$/.test(f.fileName))
        await Promise.all(
          texts.map(async (file) => {
            const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
            if (source.length < 1024) return
            const { fileName } = file
            const [br, gz] = await Promise.all([brotli(source, quality), zip(source)])
            this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: br })
            this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gz })
          }),
        )
      },
    },
  }
}

export default defineConfig({
  root: 'shell',
  plugins: [react(), compressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // nothing inline: the page's content security policy allows neither data: scripts nor inline ones
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: vendor } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/id': 'http://127.0.0.1:3000' } },
})
