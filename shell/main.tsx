import './no-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './shell.css'

createRoot(document.getElementById('root')!).render(<App />)
