// The types that the package declares, compared with the schemas of the API.

import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { answered, target } from './spec.mjs';

const dist = fileURLToPath(new URL('../../../bindings-node/dist/', import.meta.url));
const program = ts.createProgram([`${dist}index.d.ts`], {
  strict: true,
  module: ts.ModuleKind.Node16,
  target: ts.ScriptTarget.ES2022,
  types: ['node'],
});
const checker = program.getTypeChecker();
const nameOf = (type) => (type.aliasSymbol ?? type.symbol)?.name;
const typeOf = (symbol) => checker.getTypeOfSymbol(symbol);
const isOptional = (symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0;

/** The type that a module exports under a name. */
export function typeNamed(name, file = 'index.d.ts') {
  const module = checker.getSymbolAtLocation(program.getSourceFile(`${dist}${file}`));
  return checker.getDeclaredTypeOfSymbol(checker.tryGetMemberInModuleExports(name, module));
}

/** What the method that an operation names takes, and gives: names of the wrappers, then the type in them. */
export function declared(id) {
  const step = (node, name) => typeOf(checker.getPropertyOfType(node, name));
  const [signature] = id.split('.').reduce(step, typeNamed('Qoder')).getCallSignatures();
  const takes = signature.parameters.map((symbol) => ({
    name: symbol.name,
    type: checker.getNonNullableType(typeOf(symbol)),
    optional: checker.isOptionalParameter(symbol.valueDeclaration),
  }));
  const wrappers = [];
  let gives = signature.getReturnType();
  while (['APIPromise', 'PagePromise', 'EventStream', 'Download'].includes(nameOf(gives))) {
    wrappers.push(nameOf(gives));
    [gives] = checker.getTypeArguments(gives);
    if (gives === undefined) break;
  }
  return { takes, wrappers, gives };
}

/** The ways a value can be, and what is within it then: first of a schema, then of a type. */
function waysOfSchema(given) {
  const schema = target(given);
  const name = given.$ref?.split('/').at(-1);
  const nullable = (inner) => waysOfSchema(inner).concat(schema.type.includes('null') ? [['null']] : []);
  if (schema['x-mapping']) return nullable({ $ref: `#/components/schemas/${schema['x-mapping']}` });
  if (schema.contentSchema) return nullable(schema.contentSchema);
  if (schema.oneOf) {
    // What an answer may hold may grow.
    const others = schema['x-open-union'] && answered.has(name) ? [['UnknownVariant']] : [];
    return schema.oneOf.flatMap(waysOfSchema).concat(others);
  }
  if (schema.const) return [[`'${schema.const}'`]];
  if (schema['x-known-values']) {
    return schema['x-known-values'].map((value) => [`'${value}'`]).concat([['any string']]);
  }
  return [schema.type].flat().map((type) => {
    if (type === undefined) return ['unknown'];
    if (type === 'integer') return ['number'];
    if (type === 'array') return ['array', schema.items];
    if (type === 'object' && schema.properties) return [name, schema];
    if (type === 'object') return ['record', schema.additionalProperties];
    return [schema.contentMediaType === 'application/octet-stream' ? 'Uploadable' : type];
  });
}

function waysOfType(type) {
  const name = nameOf(checker.getNonNullableType(type));
  if (name === 'Uploadable' || name === 'UnknownVariant') return [[name]];
  if (type.isUnion()) return type.types.flatMap(waysOfType);
  if (type.flags & ts.TypeFlags.Undefined) return [];
  if (type.flags & ts.TypeFlags.BooleanLiteral) return [['boolean']];
  if (type.isStringLiteral()) return [[`'${type.value}'`]];
  if (type.isIntersection()) return [['any string']];
  if (checker.isArrayType(type)) return [['array', checker.getTypeArguments(type)[0]]];
  if (!(type.flags & ts.TypeFlags.Object)) return [[checker.typeToString(type)]];
  const values = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return [values && type.getProperties().length === 0 ? ['record', values] : [name, type]];
}

/** Every place where a type is not what a schema says, one line each. */
export function* differences(schema, type, path, seen = new Set()) {
  const [said, found] = [new Map(waysOfSchema(schema)), new Map(waysOfType(type))];
  for (const way of said.keys()) if (!found.has(way)) yield `${path}: ${way} is missing`;
  for (const way of found.keys()) if (!said.has(way)) yield `${path}: ${way} is not in the API`;
  for (const [way, within] of said) {
    if (within === undefined || !found.get(way)) continue;
    if (way === 'array' || way === 'record') {
      yield* differences(within, found.get(way), `${path}[]`, seen);
    } else if (!seen.has(way)) {
      yield* memberDifferences(within, found.get(way), way, seen.add(way));
    }
  }
}

/** The same of an object, member by member. */
export function* memberDifferences({ properties, required = [] }, type, path, seen = new Set()) {
  const members = new Map(type.getProperties().map((symbol) => [symbol.name, symbol]));
  for (const [name, schema] of Object.entries(properties)) {
    const member = members.get(name);
    const place = `${path}.${name}`;
    if (member === undefined) {
      yield `${place} is missing`;
      continue;
    }
    members.delete(name);
    const optional = !required.includes(name);
    if (isOptional(member) !== optional) yield `${place} is ${optional ? 'required' : 'optional'}`;
    yield* differences(schema, typeOf(member), place, seen);
  }
  for (const name of members.keys()) yield `${path}.${name} is not in the API`;
}
