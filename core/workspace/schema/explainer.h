// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/schema/fault_words.h"
#include "core/workspace/schema/instance.h"
#include "core/workspace/schema/schema_tree.h"

#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace mediahelm::workspace {

// What is wrong with a value, at the smallest place: a key that is not known, a value of the wrong type.
struct SchemaFault {
    QString code; // "schema-type"; stable
    Instance where;
    bool onKey = false; // the key is at fault, not the value
    QString message;
    std::optional<model::DiagnosticFix> fix;
};

// Walks a schema and a value side by side and says what does not fit, in words taken from the schema. Of alternatives
// that all fail it follows the closest alone. The verdict is valijson's, see JsonSchema. A plain value; the tree must
// outlive it.
class SchemaExplainer
{
public:
    explicit SchemaExplainer(const SchemaTree &tree)
        : m_tree(tree)
    {
    }

    // At most 200 faults; none where the value fits.
    QList<SchemaFault> explain(const Instance &root) const;

private:
    using Faults = QList<SchemaFault>;
    struct Branch {
        const SchemaNode *schema = nullptr; // with references followed
        const SchemaNode *written = nullptr; // as it stands in the list
        Faults faults;
    };

    void check(int schema, const Instance &instance, const SchemaWords &around, Faults &faults) const;
    void checkValue(const SchemaNode &node, int schema, const Instance &instance, const SchemaWords &words,
                    Faults &faults) const;
    void checkNumber(const SchemaNode &node, const Instance &instance, const SchemaWords &words, Faults &faults) const;
    void checkText(const SchemaNode &node, const Instance &instance, const SchemaWords &words, Faults &faults) const;
    void checkList(const SchemaNode &node, const Instance &instance, const SchemaWords &words, Faults &faults) const;
    void checkObject(const SchemaNode &node, const Instance &instance, const SchemaWords &words, Faults &faults) const;
    void checkKey(const SchemaNode &node, const Instance &pair, const QSet<QString> &present, const SchemaWords &words,
                  Faults &faults) const;
    void unknownKey(const SchemaNode &node, const Instance &pair, const QSet<QString> &present,
                    const SchemaWords &words, Faults &faults) const;
    void checkExclusion(const SchemaNode &node, const Instance &instance, const SchemaWords &words,
                        Faults &faults) const;
    void wrongType(const SchemaNode &node, int schema, const Instance &instance, const SchemaWords &words,
                   Faults &faults) const;
    void wrongValue(const QJsonArray &values, const QStringList &further, const Instance &instance,
                    const SchemaWords &words, Faults &faults) const;

    // Alternatives; `single` for "oneOf". In explain_branches.cpp.
    void checkBranches(const QList<int> &branches, bool single, int schema, const Instance &instance,
                       const SchemaWords &words, Faults &faults) const;
    void explainBranches(const QList<Branch> &branches, int schema, const Instance &instance, const SchemaWords &words,
                         Faults &faults) const;
    bool mergeBranches(const QList<Branch> &viable, const Instance &instance, const SchemaWords &words,
                       Faults &faults) const;

    bool fits(int schema, const QJsonValue &value) const;
    bool isFull(const Faults &faults) const;

    const SchemaTree &m_tree;
};

} // namespace mediahelm::workspace
