// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/configuration_desk.h"
#include "core/control/configuration/form_writer.h"

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

// The document of a Compose file with this text.
Result<workspace::YamlDocument> readCompose(FileKind kind, const QString &path, const QByteArray &text)
{
    if (kind != FileKind::compose)
        return Error{ErrorKind::invalid, u"%1 is no Compose file"_s.arg(path), {}};
    const workspace::YamlReading reading = workspace::readYaml(text);
    if (!reading.ok())
        return Error{ErrorKind::invalid, reading.problem->text(), {}};
    return reading.document;
}

} // namespace

Result<ComposeForm> ConfigurationDesk::form(const QString &path, const QByteArray &text)
{
    const Result<workspace::YamlDocument> document = readCompose(m_view.kindOf(path), path, text);
    if (!document)
        return document.error();
    if (m_formFields.isEmpty())
        m_formFields = formFields(SchemaGuide(*m_schemas));
    const workspace::Environment environment = m_view.environment(path, text);
    const FormReader::Variables variables{environment.lookup(), m_view.workspace().secrets};
    return FormReader(*document, m_formFields, variables).form();
}

Result<QByteArray> ConfigurationDesk::withField(const QString &path, const QByteArray &text, const FormEdit &edit)
{
    const Result<workspace::YamlDocument> document = readCompose(m_view.kindOf(path), path, text);
    if (!document)
        return document.error();
    if (m_formFields.isEmpty())
        m_formFields = formFields(SchemaGuide(*m_schemas));
    const FormReader::Variables variables{[](const QString &) { return std::optional<QString>(); }, {}};
    const Result<workspace::YamlEdit> written =
        writeField(*document, FormReader(*document, m_formFields, variables), edit);
    if (!written)
        return written.error();
    return written->bytes;
}

} // namespace mediahelm::control
