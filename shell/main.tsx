import './no-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { reloadOnNewBuild } from './new-build.ts'
import './shell.css'

reloadOnNewBuild()
createRoot(document.getElementById('root')!).render(<App />)
