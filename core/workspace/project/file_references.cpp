// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/file_references.h"

#include "core/workspace/checks/tagged_parts.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

class Finder
{
public:
    explicit Finder(const YamlDocument &document)
        : m_document(document)
    {
    }

    FileReferences find()
    {
        const QList<YamlEntry> entries = resolvedEntries(m_document.root());
        for (const YamlEntry &entry : entries) {
            if (entry.key == u"include")
                findIncludes(entry.value);
            else if (entry.key == u"services" && tagOf(entry.value) != ModelTag::reset)
                findExtends(entry.value);
        }
        return std::move(m_found);
    }

private:
    std::optional<ReferenceText> text(const YamlNode &node) const
    {
        const YamlNode target = node.target();
        if (!target.isScalar() || target.text().isEmpty() || tagOf(node) == ModelTag::reset)
            return std::nullopt;
        return ReferenceText{target.text(), node.pointer(), m_document.place(node)};
    }

    // One, or a list of them.
    QList<ReferenceText> texts(const YamlNode &node) const
    {
        QList<ReferenceText> found;
        const YamlNode target = node.target();
        if (const auto one = text(node))
            found.append(*one);
        for (int i = 0; target.isSequence() && i < target.size(); ++i) {
            if (const auto one = text(target.item(i)))
                found.append(*one);
        }
        return found;
    }

    void findIncludes(const YamlNode &node)
    {
        m_found.includeTag = tagOf(node);
        const YamlNode list = node.target();
        if (m_found.includeTag == ModelTag::reset || !list.isSequence())
            return;
        for (int i = 0; i < list.size(); ++i) {
            const IncludeEntry entry = entryOf(list.item(i));
            if (!entry.paths.isEmpty())
                m_found.includes.append(entry);
        }
    }

    IncludeEntry entryOf(const YamlNode &node) const
    {
        IncludeEntry entry;
        if (!node.target().isMapping()) {
            if (const auto path = text(node))
                entry.paths = {*path};
        }
        const QList<YamlEntry> pairs = pairsOf(node);
        for (const YamlEntry &pair : pairs) {
            if (pair.key == u"path")
                entry.paths = texts(pair.value);
            else if (pair.key == u"project_directory")
                entry.folder = text(pair.value);
            else if (pair.key == u"env_file" && !isNull(pair.value))
                entry.envFiles = texts(pair.value);
        }
        entry.entry = {entry.paths.isEmpty() ? QString() : entry.paths.first().text, node.pointer(),
                       m_document.place(node)};
        return entry;
    }

    void findExtends(const YamlNode &services)
    {
        const QList<YamlEntry> entries = resolvedEntries(services);
        for (const YamlEntry &service : entries) {
            const QList<YamlEntry> pairs = pairsOf(service.value);
            for (const YamlEntry &pair : pairs) {
                if (pair.key == u"extends")
                    m_found.extends.insert(service.key, extendsOf(pair.value));
            }
        }
    }

    ExtendsEntry extendsOf(const YamlNode &node) const
    {
        ExtendsEntry entry;
        if (node.target().isScalar())
            entry.service = node.target().text();
        const QList<YamlEntry> pairs = pairsOf(node);
        for (const YamlEntry &pair : pairs) {
            if (pair.key == u"service" && pair.value.target().isScalar())
                entry.service = pair.value.target().text();
            else if (pair.key == u"file")
                entry.file = text(pair.value);
        }
        return entry;
    }

    const YamlDocument &m_document;
    FileReferences m_found;
};

} // namespace

bool mayRefer(const QByteArray &bytes)
{
    // Escapes can write the words otherwise.
    return bytes.contains("include") || bytes.contains("extends") || bytes.contains('\\');
}

FileReferences referencesIn(const YamlDocument &document)
{
    return document.isNull() ? FileReferences() : Finder(document).find();
}

} // namespace mediahelm::workspace
