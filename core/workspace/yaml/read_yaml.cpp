// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_reader.h"

namespace mediahelm::workspace {

YamlReading readYaml(const QByteArray &bytes, const YamlLimits &limits)
{
    const auto refuse = [&bytes](YamlFault fault, qsizetype at, const QString &what, const QString &mend) {
        YamlProblem problem;
        problem.fault = fault;
        problem.offset = at;
        problem.place = TextIndex(bytes.left(at)).place(at);
        problem.what = what;
        problem.mend = mend;
        return YamlReading{{}, problem};
    };
    if (bytes.size() > limits.bytes)
        return refuse(YamlFault::tooLarge, 0,
                      QStringLiteral("the file has %1 bytes; %2 are the most").arg(bytes.size()).arg(limits.bytes),
                      QStringLiteral("split it into several files"));
    if (const std::optional<qsizetype> bad = TextIndex::firstInvalidByte(bytes))
        return refuse(YamlFault::encoding, *bad, QStringLiteral("this is not UTF-8 text"),
                      QStringLiteral("save the file in the encoding UTF-8"));
    return YamlReader(bytes, limits).read();
}

} // namespace mediahelm::workspace
