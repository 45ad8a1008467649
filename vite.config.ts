import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Libraries that change seldom get chunks of their own, so that a new room does not empty the cache. */
const vendor = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
  { name: 'dayjs', test: /node_modules\/dayjs\// },
  { name: 'zod', test: /node_modules\/zod\// },
]

export default defineConfig({
  root: 'shell',
  plugins: [react()],
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
