// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/second_reader.h"

#include <exception>

#include <yaml-cpp/yaml.h>

namespace mediahelm::workspace {

namespace {

bool sameText(const YamlNode &ours, const YAML::Node &theirs)
{
    if (theirs.IsNull())
        return ours.type() == ScalarType::null || ours.text().isEmpty();
    return theirs.IsScalar() && ours.text().toUtf8().toStdString() == theirs.Scalar();
}

// An alias is not followed: what it names is compared where it stands. The depth is the reader's limit at most.
bool same(const YamlNode &ours, const YAML::Node &theirs)
{
    switch (ours.kind()) {
    case YamlKind::alias: return true;
    case YamlKind::scalar: return sameText(ours, theirs);
    case YamlKind::sequence: {
        if (!theirs.IsSequence() || theirs.size() != size_t(ours.size()))
            return false;
        int i = 0;
        for (const YAML::Node &item : theirs) {
            if (!same(ours.item(i++), item))
                return false;
        }
        return true;
    }
    case YamlKind::mapping: {
        if (!theirs.IsMap() || theirs.size() != size_t(ours.size()))
            return false;
        int i = 0;
        for (const auto &pair : theirs) {
            if (!same(ours.key(i), pair.first) || !same(ours.value(i), pair.second))
                return false;
            ++i;
        }
        return true;
    }
    }
    return false;
}

} // namespace

bool secondReaderAgrees(const YamlDocument &document)
{
    try {
        return same(document.root(), YAML::Load(document.bytes().toStdString()));
    } catch (const std::exception &) {
        return false;
    }
}

} // namespace mediahelm::workspace
