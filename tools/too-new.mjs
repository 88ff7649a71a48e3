import { features } from 'web-features';

/** Angular 22 is for what was widely available on 2026-05-07: what all browsers had 30 months before that. */
const SINCE = '2023-11-07';
/** Chrome had it two years before its errors got the right name, which is what its date stands for. */
const OLD_ENOUGH = ['AbortSignal.timeout'];

const dates = Object.values(features).flatMap(({ status }) => Object.entries(status?.by_compat_key ?? {}));
const named = (isNew) =>
  dates
    .filter(([, { baseline_low_date: date }]) => (!date || date.replace('≤', '') > SINCE) === isNew)
    .map(([key]) => key.replace(/^(api|javascript\.builtins)\.|_static$/g, ''));
const old = new Set([...named(false), ...OLD_ENOUGH]);
const tooNew = new Set(named(true).filter((name) => !old.has(name)));

const PLATFORM = /\/typescript\/lib\/lib\.[^/]+$/;
const isPlatform = (symbol) => symbol?.declarations?.some((one) => PLATFORM.test(one.getSourceFile().fileName));
const plain = (name) => name.replace(/Constructor$/, '');

/** Of what is declared: `Element` for a member of elements, `URL` for one of URL itself. */
const ownerOf = ({ parent }) => parent?.name?.text ?? parent?.parent?.name?.text;

/** Under which names a member is known: of the object that it is asked of, or that it is declared for. */
function memberNames(name, symbol, object) {
  if (!isPlatform(symbol ?? object)) return [];
  const owners = [...(symbol?.declarations ?? []).map(ownerOf), object?.name];
  return owners.filter(Boolean).map((owner) => `${plain(owner)}.${name}`);
}

/** Refuses what not all browsers have that the build is for, of objects themselves and of their instances. */
const tooNewRule = {
  meta: { type: 'problem', schema: [], messages: { young: '{{name}} is younger than the browsers the build is for.' } },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    const symbolOf = (node) => checker.getSymbolAtLocation(esTreeNodeToTSNodeMap.get(node));
    const report = (node, names) => {
      const name = names.find((one) => tooNew.has(one));
      if (name) context.report({ node, messageId: 'young', data: { name } });
    };
    const asked = ({ callee }) => {
      if (callee.type === 'Identifier' && isPlatform(symbolOf(callee))) report(callee, [callee.name]);
    };
    return {
      MemberExpression({ object, property }) {
        const { symbol } = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(object));
        report(property, memberNames(property.name, symbolOf(property), symbol));
      },
      CallExpression: asked,
      NewExpression: asked,
    };
  },
};

export const platform = { rules: { 'too-new': tooNewRule } };
