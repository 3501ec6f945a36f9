// The README, the pages in docs/ and the Javadoc as a site. The pages are written for GitHub, and are not changed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { slug } from 'github-slugger'
import type { MarkdownRenderer } from 'vitepress'
import { withMermaid } from 'vitepress-plugin-mermaid'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const repository = 'https://github.com/crispspring/crisp-spring-boot-starter'
const version = process.env.SITE_VERSION ?? 'snapshot'
const base = `/crisp-spring-boot-starter/${version}/`

const groups = {
  Use: ['listeners', 'rest', 'kotlin', 'testing', 'embedded', 'ai', 'migrating-from-node'],
  Connect: ['webhooks', 'rtm', 'several-instances'],
  Operate: ['properties', 'operations', 'guarantees', 'durable-handling', 'kafka', 'native', 'troubleshooting', 'versions']
}
const project = ['CHANGELOG', 'CONTRIBUTING', 'SECURITY', 'CODE_OF_CONDUCT', 'BENCHMARKS', 'benchmarks/README']

const pages = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md')).map((file) => basename(file, '.md'))
const grouped = Object.values(groups).flat()

function item(path: string) {
  const title = readFileSync(join(root, `${path}.md`), 'utf8').match(/^# (.*)$/m)![1]
  return { text: title, link: `/${path}` }
}

function group(text: string, names: string[]) {
  return { text, items: names.map((name) => item(`docs/${name}`)) }
}

// The modules with Javadoc, and the path of the Javadoc of each type whose name is unique
const javadoc = readdirSync(root).filter((module) => existsSync(join(root, module, 'target/reports/apidocs/index.html')))
const types = new Map<string, string | null>()
for (const module of javadoc) {
  for (const file of readdirSync(join(root, module, 'target/reports/apidocs/io'), { recursive: true }) as string[]) {
    const type = basename(file, '.html')
    if (/^[A-Z]\w*\.html$/.test(basename(file)) && !file.includes('class-use')) {
      types.set(type, types.has(type) ? null : `${base}javadoc/${module}/io/${file}`)
    }
  }
}

// A type in the text leads to its Javadoc
function linkTypes(md: MarkdownRenderer) {
  const code = md.renderer.rules.code_inline!
  md.renderer.rules.code_inline = (tokens, index, ...others) => {
    const rendered = code(tokens, index, ...others)
    const path = types.get(tokens[index].content.replace(/^@/, ''))
    const inLink = tokens.slice(0, index).filter((token) => token.type.startsWith('link_')).pop()?.type === 'link_open'
    return path && !inLink ? `<a href="${path}" target="_self">${rendered}</a>` : rendered
  }
}

// A link to a file that is not a page leads to GitHub, and one to the README to the first page
function linkFiles(md: MarkdownRenderer) {
  md.core.ruler.push('files', (state) => {
    for (const token of state.tokens.flatMap((block) => block.children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href')! : ''
      const file = normalize(join(dirname(state.env.relativePath), href))
      if (/^README\.md(#|$)/.test(file)) {
        token.attrSet('href', file.replace('README.md', '/'))
      } else if (href && !/^(\w+:|#)|\.md(#|$)/.test(href)) {
        token.attrSet('href', `${repository}/blob/${version === 'snapshot' ? 'main' : `v${version}`}/${file}`)
      }
    }
  })
}

export default withMermaid({
  title: 'Crisp Spring Boot',
  description: 'Spring Boot starter for Crisp, the customer messaging platform',
  lang: 'en',
  base,
  srcDir: root,
  srcExclude: ['**/target/**', '**/node_modules/**', '.github/**', 'site/**'],
  outDir: `target${base}`,
  cacheDir: 'target/cache',
  rewrites: { 'README.md': 'index.md' },
  ignoreDeadLinks: 'localhostLinks',
  // The pages are outside of this folder
  vite: { resolve: { alias: { vue: join(root, 'site/node_modules/vue') } } },
  markdown: {
    anchor: { slugify: slug },
    config: (md) => {
      linkFiles(md)
      linkTypes(md)
    }
  },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/' },
      {
        text: 'Javadoc',
        items: javadoc.map((module) => ({ text: module, link: `/javadoc/${module}/index.html`, target: '_self' }))
      },
      { text: version, link: 'https://crispspring.github.io/crisp-spring-boot-starter/' }
    ],
    sidebar: [
      { text: 'Start', link: '/' },
      ...Object.entries(groups).map(([text, names]) => group(text, names.filter((name) => pages.includes(name)))),
      group('More', pages.filter((name) => !grouped.includes(name))),
      { text: 'Project', collapsed: true, items: project.map(item) }
    ],
    outline: 'deep',
    socialLinks: [{ icon: 'github', link: repository }]
  }
})
