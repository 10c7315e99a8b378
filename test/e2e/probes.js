/* What an attacker would try from inside the page. Loaded by the page itself, since a debugger's own scripts pass every policy. */
const results = {}

async function probe(name, attempt) {
  try {
    results[name] = (await attempt()) ? 'allowed' : 'blocked'
  } catch {
    results[name] = 'blocked'
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 150))

async function runs(markup) {
  window.ran = false
  const holder = document.createElement('div')
  document.body.append(holder)
  holder.innerHTML = markup
  await settled()
  return window.ran
}

async function appends(element) {
  window.ran = false
  document.body.append(element)
  await settled()
  return window.ran
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties)
}

await probe('eval', () => (0, eval)('1 + 1') === 2)
await probe('Function', () => new Function('return true')())
await probe('timer with text', async () => {
  window.ran = false
  setTimeout('window.ran = true', 0)
  await settled()
  return window.ran
})
await probe('markup with a handler', () => runs('<img src="data:," onerror="window.ran = true">'))
await probe('script element with text', () =>
  appends(element('script', { textContent: 'window.ran = true' })),
)
await probe('inline handler', () => {
  const button = document.createElement('button')
  button.setAttribute('onclick', 'window.ran = true')
  window.ran = false
  document.body.append(button)
  button.click()
  return window.ran
})
await probe('javascript address', async () => {
  const link = element('a', { href: 'javascript:window.ran = true' })
  window.ran = false
  document.body.append(link)
  link.click()
  await settled()
  return window.ran
})
await probe('worker from a blob', () => {
  const url = URL.createObjectURL(new Blob(['postMessage(1)']))
  return new Promise((resolve) => {
    const worker = new Worker(url)
    worker.onmessage = () => resolve(true)
    worker.onerror = () => resolve(false)
  })
})
await probe('policy of its own', () =>
  Boolean(trustedTypes.createPolicy('mine', { createHTML: (text) => text })),
)
await probe('style element', () => {
  const style = element('style', { textContent: ':root { --probe: 1 }' })
  document.head.append(style)
  return getComputedStyle(document.documentElement).getPropertyValue('--probe') !== ''
})
await probe('data address as script', () =>
  appends(element('script', { src: 'data:text/javascript,window.ran = true' })),
)

// These need a network that may not be there, and one of them leaves the page: that they are refused shows in the
// violations, not here.
const outside = [
  () => fetch('https://example.com/'),
  () => navigator.sendBeacon('https://example.com/', 'x'),
  () => new WebSocket('wss://example.com/'),
  () => document.body.append(element('img', { src: 'https://example.com/x.png' })),
  () => document.body.append(element('iframe', { src: 'https://example.com/' })),
  () => document.head.append(element('link', { rel: 'stylesheet', href: 'https://example.com/x.css' })),
  () => document.head.append(element('base', { href: 'https://example.com/' })),
  () => {
    const form = element('form', { action: 'https://example.com/', method: 'post', target: '_blank' })
    document.body.append(form)
    form.submit()
  },
]
for (const attempt of import.meta.url.endsWith('?outside') ? outside : []) {
  try {
    await attempt()
  } catch {
    // As it should be.
  }
}
await settled()
document.documentElement.dataset.probes = JSON.stringify(results)
