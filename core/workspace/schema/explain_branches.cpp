// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/explainer.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

// Every text with a variable fits it: no alternative that one would tell people of.
bool isForVariables(const SchemaNode &written)
{
    return written.referenceName == u"interpolated";
}

bool isScalar(const QJsonValue &value)
{
    return !value.isArray() && !value.isObject();
}

QString withoutFullStop(QString sentence)
{
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

int deepest(const QList<SchemaFault> &faults)
{
    int depth = 0;
    for (const SchemaFault &fault : faults)
        depth = std::max(depth, fault.where.depth);
    return depth;
}

bool hasCode(const QList<SchemaFault> &faults, QStringView code)
{
    return std::any_of(faults.begin(), faults.end(), [&](const SchemaFault &fault) { return fault.code == code; });
}

} // namespace

void SchemaExplainer::checkBranches(const QList<int> &branches, bool single, int schema, const Instance &instance,
                                    const SchemaWords &words, Faults &faults) const
{
    QList<Branch> failed;
    qsizetype fitting = 0;
    for (const int id : branches) {
        Branch branch{&m_tree.resolved(id), &m_tree.at(id), {}};
        check(id, instance, words, branch.faults);
        if (branch.faults.isEmpty())
            ++fitting;
        else
            failed.append(branch);
        if (fitting > 0 && !single)
            return;
    }
    if (fitting == 1)
        return;
    if (fitting > 1) {
        faults.append({QStringLiteral("schema-form"), instance, false,
                       instance.name() + QStringLiteral(" can be read in two ways"), std::nullopt});
        return;
    }
    explainBranches(failed, schema, instance, words, faults);
}

// None of the branches fits. Those that want another type of value are out, unless all do.
void SchemaExplainer::explainBranches(const QList<Branch> &branches, int schema, const Instance &instance,
                                      const SchemaWords &words, Faults &faults) const
{
    QList<Branch> viable;
    SchemaNode any; // what all of them take together
    for (const Branch &branch : branches) {
        if (isForVariables(*branch.written))
            continue;
        any.types |= branch.schema->types;
        any.oneOf.append(schema); // so that it is known to be made of several
        if (!any.pattern)
            any.pattern = branch.schema->pattern;
        if (isOfType(instance.value, branch.schema->types))
            viable.append(branch);
    }
    if (viable.isEmpty()) {
        wrongType(any, schema, instance, words, faults);
        return;
    }
    if (viable.size() > 1 && mergeBranches(viable, instance, words, faults))
        return;
    const auto closest = std::min_element(viable.begin(), viable.end(), [](const Branch &a, const Branch &b) {
        return a.faults.size() != b.faults.size() ? a.faults.size() < b.faults.size()
                                                  : deepest(a.faults) > deepest(b.faults);
    });
    faults.append(closest->faults);
}

// Several branches that differ in what they want of the very same thing are told as one fault.
bool SchemaExplainer::mergeBranches(const QList<Branch> &viable, const Instance &instance, const SchemaWords &words,
                                    Faults &faults) const
{
    const bool needs = std::any_of(viable.begin(), viable.end(),
                                   [](const Branch &branch) { return hasCode(branch.faults, u"schema-required"); });
    QJsonArray values;
    QList<SchemaPattern> patterns;
    QStringList keys;
    for (const Branch &branch : viable) {
        if (needs && branch.written->reference < 0 && !branch.written->description.isEmpty()) {
            faults.append({QStringLiteral("schema-required"), instance, bool(instance.keyNode),
                           QStringLiteral("%1: %2").arg(instance.name(), withoutFullStop(branch.written->description)),
                           std::nullopt});
            return true;
        }
        if (branch.schema->values) {
            for (const QJsonValue &value : *branch.schema->values)
                values.append(value);
        }
        if (branch.schema->pattern)
            patterns.append(*branch.schema->pattern);
        keys += branch.schema->required;
    }
    if (needs && !keys.isEmpty()) {
        faults.append(
            {QStringLiteral("schema-required"), instance, bool(instance.keyNode),
             QStringLiteral("%1 needs one of the keys %2").arg(instance.name(), joined(keys, QStringLiteral("or"))),
             std::nullopt});
        return true;
    }
    if (!isScalar(instance.value) || (values.isEmpty() && patterns.isEmpty()))
        return false;
    if (values.isEmpty()) {
        SchemaFault fault = viable.first().faults.first();
        fault.message = QStringLiteral("%1 must %2").arg(instance.name(), patternWords(patterns.first(), words));
        faults.append(fault);
        return true;
    }
    QStringList further;
    const QStringList examples = scalarTexts(words.examples);
    for (const QString &example : examples) {
        const bool fitsPattern = std::any_of(patterns.begin(), patterns.end(),
                                             [&](const SchemaPattern &pattern) { return pattern.matches(example); });
        if (fitsPattern && !values.contains(QJsonValue(example)))
            further.append(example);
    }
    wrongValue(values, further, instance, words, faults);
    return true;
}

} // namespace mediahelm::workspace
