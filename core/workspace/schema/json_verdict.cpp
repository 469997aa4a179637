// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/json_verdict.h"

#include "core/workspace/schema/node_rules.h"

#include <QLoggingCategory>

#include <exception>
#include <new>
#include <unordered_set>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace mediahelm::workspace {

Q_LOGGING_CATEGORY(lcSchema, "mediahelm.workspace.schema")

namespace {

using valijson::adapters::Adapter;
using valijson::adapters::QtJsonAdapter;

// A text that only equal values share.
std::string canonical(const Adapter &value)
{
    std::string text;
    double number = 0;
    bool truth = false;
    if (value.isString() && value.getString(text))
        return 's' + std::to_string(text.size()) + ':' + text;
    if (value.isNumber() && value.getNumber(number))
        return 'n' + QByteArray::number(number, 'g', 17).toStdString() + ';';
    if (value.isBool() && value.getBool(truth))
        return truth ? "t;" : "f;";
    if (value.isArray()) {
        text = "[";
        value.applyToArray([&](const Adapter &item) {
            text += canonical(item);
            return true;
        });
        return text + ']';
    }
    if (value.isObject()) {
        text = "{";
        value.applyToObject([&](const std::string &key, const Adapter &item) {
            text += std::to_string(key.size()) + ':' + key + canonical(item);
            return true;
        });
        return text + '}';
    }
    return "z;";
}

bool isDistinct(const Adapter &list)
{
    std::unordered_set<std::string> seen;
    return list.applyToArray([&](const Adapter &item) { return seen.insert(canonical(item)).second; });
}

// A node's own rules as a constraint of valijson's.
class RuleConstraint final : public valijson::constraints::PolyConstraint
{
public:
    explicit RuleConstraint(const SchemaNode &node)
        : m_node(node)
    {
    }

    bool validate(const Adapter &target, const std::vector<std::string> &context,
                  valijson::ValidationResults *results) const override
    {
        const bool ok = fits(target);
        if (!ok && results)
            results->pushError(context, "rule");
        return ok;
    }

private:
    bool fits(const Adapter &target) const
    {
        std::string text;
        double number = 0;
        if (target.isString() && target.getString(text))
            return fitsText(m_node, QString::fromStdString(text));
        if (target.isNumber() && target.getNumber(number))
            return fitsNumber(m_node, number);
        if (target.isObject() && m_node.closedKeys) {
            return target.applyToObject([this](const std::string &key, const Adapter &) {
                return fitsKey(m_node, QString::fromStdString(key));
            });
        }
        return !m_node.distinct || !target.isArray() || isDistinct(target);
    }

    valijson::constraints::Constraint *cloneInto(void *place) const override
    {
        return new (place) RuleConstraint(m_node);
    }
    size_t sizeOf() const override { return sizeof(RuleConstraint); }

    const SchemaNode &m_node; // of the tree that JsonVerdict::Compiled keeps
};

class RuleBuilder final : public valijson::ConstraintBuilder
{
public:
    explicit RuleBuilder(const SchemaTree &tree)
        : m_tree(tree)
    {
    }

    valijson::constraints::Constraint *make(const Adapter &value) const override
    {
        return new RuleConstraint(m_tree.at(int(value.asDouble())));
    }

private:
    const SchemaTree &m_tree;
};

QString keyOf(const std::string &step)
{
    const QString text = QString::fromStdString(step);
    return text.size() > 1 && text.startsWith(u'[') ? text.mid(1, text.size() - 2) : text;
}

} // namespace

struct JsonVerdict::Compiled {
    std::shared_ptr<const SchemaTree> tree;
    valijson::Schema schema;
};

JsonVerdict::JsonVerdict(std::unique_ptr<Compiled> compiled)
    : m_compiled(std::move(compiled))
{
}

JsonVerdict::~JsonVerdict() = default;

base::Result<std::shared_ptr<const JsonVerdict>> JsonVerdict::compile(const SchemaReading &schema)
{
    try {
        auto compiled = std::make_unique<Compiled>();
        compiled->tree = schema.tree;
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.addConstraintBuilder(schemaRuleKey().toStdString(), new RuleBuilder(*schema.tree));
        // Without a function that fetches, a reference to elsewhere is an error.
        parser.populateSchema(QtJsonAdapter(QJsonValue(schema.plain)), compiled->schema);
        return std::shared_ptr<const JsonVerdict>(new JsonVerdict(std::move(compiled)));
    } catch (const std::exception &error) {
        return base::Error{base::ErrorKind::invalid, QStringLiteral("The schema cannot be used"),
                           QString::fromUtf8(error.what())};
    }
}

JsonVerdict::Answer JsonVerdict::ask(const QJsonValue &value) const
{
    try {
        valijson::Validator validator;
        return validator.validate(m_compiled->schema, QtJsonAdapter(value), nullptr) ? Answer::fits : Answer::fails;
    } catch (const std::exception &error) {
        qCWarning(lcSchema) << "valijson failed:" << error.what();
        return Answer::none;
    }
}

QStringList JsonVerdict::failingPath(const QJsonValue &value) const
{
    QStringList deepest;
    try {
        valijson::Validator validator;
        valijson::ValidationResults results;
        validator.validate(m_compiled->schema, QtJsonAdapter(value), &results);
        for (const valijson::ValidationResults::Error &error : results) {
            if (qsizetype(error.context.size()) - 1 <= deepest.size())
                continue;
            deepest.clear();
            for (size_t i = 1; i < error.context.size(); ++i)
                deepest.append(keyOf(error.context[i]));
        }
    } catch (const std::exception &error) {
        qCWarning(lcSchema) << "valijson failed:" << error.what();
    }
    return deepest;
}

} // namespace mediahelm::workspace
