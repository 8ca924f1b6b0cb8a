const cases = '^api/cases\\.client\\.ts$';
const npm = {
  dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
};

/**
 * Who may import whom, as docs and reviews speak of it; checked by bin/check-imports.ts.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('no-missing', {}, { couldNotResolve: true }),
    forbid('nothing-imports-tests', { pathNot: '^(test/|vitest\\.config)' }, { path: '^test/' }),

    // 1. The law: plain rules, then what others may know of it, then the workflows.
    forbid('rules-only-rules', { path: '^workflows/rules/' }, { pathNot: '^workflows/rules/' }),
    forbid(
      'contract-only-rules',
      { path: '^workflows/contract/' },
      { pathNot: ['^workflows/(contract|rules)/', 'node_modules/@temporalio/(workflow|common)/'] },
    ),
    forbid(
      'workflows-only-workflows',
      { path: '^workflows/(?!rules/|contract/)' },
      { pathNot: ['^workflows/', 'node_modules/@temporalio/(workflow|common)/'] },
    ),

    // 2. The outside world and the desk know the law's contract and rules, and not each other.
    forbid(
      'no-workflow-code',
      { path: '^(api|activities|store)/', pathNot: '^activities/worker\\.ts$' },
      { path: '^workflows/(?!rules/|contract/)' },
    ),
    forbid('activities-no-desk', { path: '^activities/' }, { path: ['^api/', 'node_modules/express'] }),
    forbid('desk-no-activities', { path: '^api/' }, { path: '^activities/' }),
    forbid('store-below', { path: '^store/' }, { path: '^(api|activities|bin|config)/' }),
    forbid('nobody-imports-commands', { path: '^(api|activities|store|config)/' }, { path: '^bin/' }),

    // 3. One door to the database and one to the engine.
    forbid('mongoose-in-store', { pathNot: '^store/' }, { path: 'node_modules/mongoose/' }),
    forbid(
      'temporal-client-doors',
      { pathNot: [cases, '^activities/exchange/', '^bin/', '^test/'] },
      { path: 'node_modules/@temporalio/client/' },
    ),
    forbid('desk-reads-views', { path: '^api/' }, { path: '^store/.*dispatch.*\\.repository\\.ts$' }),
    forbid('views-read-only', { path: '^store/.*\\.view\\.ts$' }, { path: '\\.repository\\.ts$' }),

    // 4. Presenters are pure; features meet only through their paths; config is read at process roots.
    forbid(
      'presenters-pure',
      { path: '\\.presenter\\.ts$' },
      { ...npm, pathNot: '^workflows/(rules|contract)/' },
    ),
    forbid(
      'features-by-paths',
      { path: '^api/(?!http/)([^/]+)/' },
      { path: '^api/(?!http/)[^/]+/', pathNot: ['^api/$1/', '\\.paths\\.ts$'] },
    ),
    forbid(
      'config-at-roots',
      { pathNot: ['^(api/server|activities/worker)\\.ts$', '^(bin|test|config)/'] },
      { path: '^config/(env|logger)\\.ts$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

/**
 * @param {string} name
 * @param {object} from
 * @param {object} to
 */
function forbid(name, from, to) {
  return { name, severity: /** @type {const} */ ('error'), from, to };
}
