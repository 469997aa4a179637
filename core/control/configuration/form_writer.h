// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/form_reader.h"
#include "core/control/form_desk.h"
#include "core/workspace/edit/yaml_edit.h"

namespace mediahelm::control {

// The document with a change of a form in it; errors as FormDesk::withField() says. `reader` is of the same document.
base::Result<workspace::YamlEdit> writeField(const workspace::YamlDocument &document, const FormReader &reader,
                                             const FormEdit &edit);

} // namespace mediahelm::control
