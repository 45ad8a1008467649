import { config } from 'zod'

// zod would try to compile its checks with `new Function`; the page's security policy forbids that, and
// the browser reports even the try. This module is imported first, before any schema is made.
config({ jitless: true })
