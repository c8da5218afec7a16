// Runs in the browser, named by its hash in the page's policy. Everything that it does can be done without it.
;(() => {
  const find = selector => document.querySelector(selector)
  const all = selector => [...document.querySelectorAll(selector)]
  const help = find('#help')
  const press = selector => find(selector)?.click()
  const open = (focus = false) => {
    const note = find('#note')
    const details = note?.closest('details')
    if (details) details.open = true
    if (focus) note?.focus()
  }
  const keys = {
    c: () => press('button[value=confirmed]'),
    d: () => press('button[value=dismissed]'),
    u: () => press('button[value=unsure]'),
    n: () => press('a[rel=next]'),
    j: () => press('a[rel=next]'),
    k: () => press('a[rel=prev]'),
    p: () => press('a[rel=prev]'),
    z: () => {
      const undo = find('button[data-undo]')
      const said = find('#news')
      if (undo) undo.click()
      else if (said) said.textContent = 'There is nothing to take back on this flag.'
    },
    e: () => open(true),
    '/': () => find('#words')?.focus(),
    '?': () => (help?.open ? help.close() : help?.showModal()),
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select')
    if (typing) {
      if (event.key === 'Escape') event.target.blur()
      return
    }
    if (help?.open && event.key !== '?') return
    const action = keys[event.key]
    if (!action) return
    event.preventDefault()
    action()
  })

  // A verdict is sent once, however often its key is hit.
  for (const form of all('form[method=post]'))
    form.addEventListener('submit', event => {
      if (form.dataset['sent']) event.preventDefault()
      form.dataset['sent'] = 'yes'
    })
  addEventListener('pageshow', () => {
    for (const form of all('form[method=post]')) delete form.dataset['sent']
  })

  // The article stands beside the card with the words in question in its middle.
  const words = location.hash === '' ? find('.galley .flagged[href^="#"]') : null
  const galley = find('.galley')
  if (words && galley && galley.scrollHeight > galley.clientHeight)
    galley.scrollTop += words.getBoundingClientRect().top - galley.getBoundingClientRect().top - galley.clientHeight / 3

  for (const button of all('[data-help]')) {
    button.hidden = false
    button.addEventListener('click', () => help?.showModal())
  }

  // What other reviewers do with the flag in hand.
  const news = find('#news')
  const form = find('form.verdict')
  if (!news || !form) return
  const address = `/standing?${new URLSearchParams({ flag: form.elements.namedItem('flag').value })}`
  const seen = form.elements.namedItem('seen').value
  const ask = async () => {
    if (document.hidden) return
    try {
      const answer = await fetch(address)
      if (answer.status === 401) news.textContent = 'You are signed out. Load the page again to sign in.'
      if (!answer.ok) return
      const { seen: now, text } = await answer.json()
      if (now !== seen && news.textContent !== text) news.textContent = text
    } catch {
      news.textContent = 'The review server does not answer. Start it again with errata review.'
    }
  }
  setInterval(ask, Number(news.dataset['every']))
  document.addEventListener('visibilitychange', ask)
})()
