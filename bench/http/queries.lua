-- wrk script: asks the queries of a file in turn. Arguments after `--`: the file (a query a line, or JSON Lines with a field
-- "text"), the parameters that follow the query.

local function text_of(line)
  local text = line:match('"text"%s*:%s*(".*)')
  if line:sub(1, 1) ~= "{" or not text then
    return line
  end
  local out, i = {}, 2
  while i <= #text and text:sub(i, i) ~= '"' do
    if text:sub(i, i) == "\\" then
      i = i + 1
    end
    out[#out + 1] = text:sub(i, i)
    i = i + 1
  end
  return table.concat(out)
end

local function url_encoded(text)
  return (text:gsub("[^%w%-%._~]", function(c) return string.format("%%%02X", c:byte()) end))
end

local requests = {}
local next_request = 0

function init(args)
  local file = assert(io.open(args[1], "r"), "cannot read " .. tostring(args[1]))
  for line in file:lines() do
    if line:match("%S") then
      requests[#requests + 1] =
        wrk.format("GET", "/api/v1/deeds?q=" .. url_encoded(text_of(line)) .. (args[2] or ""))
    end
  end
  file:close()
  assert(#requests > 0, "there are no queries in " .. args[1])
  next_request = math.random(#requests)
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

function done(summary, latency, _)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read +
    summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d %d %.0f %.0f %.0f\n",
    summary.requests, failed, summary.duration, latency:percentile(50), latency:percentile(99)))
end
