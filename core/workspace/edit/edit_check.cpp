// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/edit_check.h"

#include "core/workspace/edit/scalar_writer.h"

namespace mediahelm::workspace {

namespace {

// Of the node that is replaced: it means the value, and keeps its anchor and perhaps its tag.
bool isReplaced(const YamlNode &before, const YamlNode &after, const YamlNode &value)
{
    if (after.anchor() != (value.anchor().isEmpty() ? before.anchor() : value.anchor()))
        return false;
    if (after.tag() == value.tag() || after.tag() != before.tag() || after.tag().startsWith(u"!!"))
        return meansSame(after, value);
    // A tag of Compose's that stayed: all but the tag must be the value's.
    bool same = after.kind() == value.kind() && after.size() == value.size();
    if (same && after.isScalar())
        return after.text() == value.text();
    const int children = after.isMapping() ? 2 * after.size() : after.size();
    for (int i = 0; same && i < children; ++i)
        same = meansSame(after.item(i), value.item(i));
    return same;
}

bool same(const YamlNode &before, const YamlNode &after, const TreeChange &change);

// Whether a key is what it was, or the new one where its pair is renamed.
bool sameKey(const YamlNode &mapping, int index, const YamlNode &after, const TreeChange &change)
{
    const YamlNode before = mapping.key(index);
    if (change.kind != TreeChange::Kind::rename || mapping != change.node || index != change.index)
        return same(before, after, change);
    return after.isScalar() && after.text() == change.key && after.tag() == before.tag()
        && after.anchor() == before.anchor();
}

bool sameChildren(const YamlNode &before, const YamlNode &after, const TreeChange &change)
{
    const bool here = change.kind != TreeChange::Kind::replace && before == change.node;
    const bool insert = here && change.kind == TreeChange::Kind::insert;
    const bool remove = here && change.kind == TreeChange::Kind::remove;
    if (after.size() != before.size() + (insert ? 1 : 0) - (remove ? 1 : 0))
        return false;
    int theirs = 0;
    for (int i = 0; i < before.size() + (insert ? 1 : 0); ++i) {
        if (insert && i == change.index) {
            const bool pair = after.isMapping();
            if (pair && after.key(theirs).text() != change.key)
                return false;
            if (!meansSame(pair ? after.value(theirs) : after.item(theirs), change.value))
                return false;
            ++theirs;
            continue;
        }
        const int ours = insert && i > change.index ? i - 1 : i;
        if (remove && ours == change.index)
            continue;
        const bool equal = before.isMapping()
            ? sameKey(before, ours, after.key(theirs), change) && same(before.value(ours), after.value(theirs), change)
            : same(before.item(ours), after.item(theirs), change);
        if (!equal)
            return false;
        ++theirs;
    }
    return true;
}

bool same(const YamlNode &before, const YamlNode &after, const TreeChange &change)
{
    if (change.kind == TreeChange::Kind::replace && before == change.node)
        return isReplaced(before, after, change.value);
    if (before.kind() != after.kind() || before.tag() != after.tag() || before.anchor() != after.anchor()
        || before.text() != after.text())
        return false;
    // An emptied or filled collection may change its brackets.
    if (before.style() != after.style() && before != change.node)
        return false;
    return sameChildren(before, after, change);
}

} // namespace

bool isExactly(const YamlDocument &before, const YamlDocument &after, const TreeChange &change)
{
    return same(before.root(), after.root(), change);
}

} // namespace mediahelm::workspace
