import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { LanguageProvider } from './language.tsx'
import { Look } from './look.tsx'
import { useMe } from './me.ts'
import { newQueryClient } from './query.ts'
import { newRouter } from './router.tsx'

/** The whole web: data, language, look, pages. */
export function App() {
  const [client] = useState(newQueryClient)
  return (
    <QueryClientProvider client={client}>
      <InTheirLanguage />
    </QueryClientProvider>
  )
}

function InTheirLanguage() {
  const [router] = useState(newRouter)
  const { me } = useMe()
  return (
    <LanguageProvider person={me?.accountId ?? null}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </LanguageProvider>
  )
}
